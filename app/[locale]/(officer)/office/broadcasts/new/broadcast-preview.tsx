"use client";

import { useEffect, useRef } from "react";
import { BothLanguages } from "@/app/[locale]/(officer)/office/broadcasts/both-languages";
import { useFormAnswer } from "@/components/form/form-context";
import { useFormatter } from "@/lib/i18n/formatter";
import type { BroadcastFormState } from "./form-state";

interface Props {
  labels: Readonly<
    Record<
      | "title"
      | "text"
      | "plan"
      | "publish"
      | "en"
      | "fr"
      | "for"
      | "everybody"
      | "from"
      | "atOnce"
      | "until",
      string
    >
  >;
}

/** The announcement in both languages as pages would show it, with the button that plans or publishes it. Takes the focus when it appears. */
export function BroadcastPreview({ labels }: Props) {
  const { preview, attempt, formProblem }: BroadcastFormState = useFormAnswer();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A sentence about the whole form has the focus first.
    if (preview && !formProblem) title.current?.focus();
  }, [preview, attempt, formProblem]);
  const format = useFormatter();
  if (!preview) return null;
  const moment = (iso: string) => {
    const at = new Date(iso);
    return `${format.dateTime(at, { dateStyle: "full" })}, ${format.time24(at)}`;
  };
  const facts = [
    [labels.for, preview.exporters?.join(", ") ?? labels.everybody],
    [labels.from, preview.from === null ? labels.atOnce : moment(preview.from)],
    [labels.until, moment(preview.until)],
  ] as const;
  return (
    <section className="box" aria-labelledby="preview-title">
      <h2 id="preview-title" tabIndex={-1} ref={title}>
        {labels.title}
      </h2>
      <p>{labels.text}</p>
      <dl className="summary">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <BothLanguages said={preview} names={labels} urgent={preview.urgent} heading="h3" />
      <input type="hidden" name="seen" value={preview.seen} />
      <div className="actions">
        <button className="button" name="intent" value="plan">
          {preview.from === null ? labels.publish : labels.plan}
        </button>
      </div>
    </section>
  );
}
