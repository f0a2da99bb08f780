"use client";

import { useFormAnswer } from "@/components/form/form-context";
import type { AnswerOutcome } from "@/lib/imports/schema-answer";

interface Props {
  title: string;
  empty: string;
  /** The exporter's language, in which the letter is written. */
  language: "en" | "fr";
  exporterName: string;
  head: Record<"office" | "department" | "attention", string>;
  words: Record<AnswerOutcome, Record<"subject" | "opening" | "closing", string>>;
}

/** The letter as the exporter will read it, from what was typed when a button was last pressed. */
export function LetterPreview({ title, empty, language, exporterName, head, words }: Props) {
  const { values } = useFormAnswer();
  if (!values) return null;
  const { subject, opening, closing } =
    words[values["outcome"] === "declined" ? "declined" : "returned"];
  const text = values["answer"]?.trim();
  return (
    <section aria-labelledby="letter-title">
      <h3 id="letter-title">{title}</h3>
      <div className="letter" lang={language}>
        <p>
          <b>{head.office}</b>
          <br />
          {head.department}
        </p>
        <p>
          {exporterName}
          <br />
          {head.attention}
        </p>
        <p>
          <b>{subject}</b>
        </p>
        <p>{opening}</p>
        {text ? <p className="written">{text}</p> : <p className="soft">{empty}</p>}
        <p>{closing}</p>
      </div>
    </section>
  );
}
