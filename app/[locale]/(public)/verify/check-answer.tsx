"use client";

import { useEffect, useRef } from "react";
import { useFormAnswer } from "@/components/form/form-context";
import type { CheckAnswer as Answer } from "@/lib/certificates/check-answer";

const looks: Record<Answer, string> = {
  valid: "notice notice--success",
  received: "notice notice--warning",
  expired: "notice notice--warning",
  lost: "notice notice--danger",
  surrendered: "notice notice--danger",
  invalidated: "notice notice--danger",
  replaced: "notice notice--danger",
  noMatch: "notice notice--danger",
};

interface Props {
  /** Names the number by {number} and the word by {word}. */
  title: string;
  words: Readonly<Record<string, { word: string; text: string }>>;
}

/** The answer to the last press: a word, never by colour alone. Takes the focus when it appears. */
export function CheckAnswer({ title, words }: Props) {
  const { values, attempt } = useFormAnswer();
  const box = useRef<HTMLDivElement>(null);
  const answer = values?.["answer"];
  useEffect(() => {
    if (attempt > 0 && answer) box.current?.focus();
  }, [attempt, answer]);
  const said = answer ? words[answer] : undefined;
  if (!said) return null;
  return (
    <div className={looks[answer as Answer]} role="status" tabIndex={-1} ref={box}>
      <h2>{title.replace("{number}", values?.["checked"] ?? "").replace("{word}", said.word)}</h2>
      <p>{said.text}</p>
    </div>
  );
}
