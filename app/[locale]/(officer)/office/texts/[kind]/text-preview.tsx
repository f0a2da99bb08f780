"use client";

import { useEffect, useRef } from "react";
import { useFormAnswer } from "@/components/form/form-context";
import { MarkedText } from "@/components/record/marked-text";
import type { TextFormState } from "./form-state";

interface Props {
  labels: { title: string; note: string; en: string; fr: string };
}

/** Both texts as everybody would see them. Takes the focus when it appears. */
export function TextPreview({ labels }: Props) {
  const { preview, attempt }: TextFormState = useFormAnswer();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (preview) title.current?.focus();
  }, [preview, attempt]);
  if (!preview) return null;
  return (
    <section className="note" aria-labelledby="preview-title">
      <h3 id="preview-title" tabIndex={-1} ref={title}>
        {labels.title}
      </h3>
      <p>{labels.note}</p>
      <div className="two">
        {(["en", "fr"] as const).map((language) => (
          <section key={language} aria-label={labels[language]}>
            <MarkedText text={preview[language]} lang={`${language}-CA`} />
          </section>
        ))}
      </div>
    </section>
  );
}
