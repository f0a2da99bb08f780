"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { useFormAnswer } from "@/components/form/form-context";
import { SummaryList } from "@/components/record/summary-list";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";

const rows = [
  "number",
  "receivedOn",
  "parcels",
  "carats",
  "usd",
  "subheadings",
  "receipt",
] as const;

interface Props {
  words: Readonly<Record<(typeof rows)[number] | "title" | "text" | "signed" | "hint", string>>;
  /** The form, as long as nothing is confirmed. */
  children: ReactNode;
}

/** The receipt in the place of the form once there is one. Takes the focus when it appears. */
export function ReceiptAnswer({ words, children }: Props) {
  const { values, attempt } = useFormAnswer();
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const receipt = values?.["receipt"];
  useEffect(() => {
    if (attempt > 0 && receipt) box.current?.focus();
  }, [attempt, receipt]);
  if (!values || !receipt) return children;
  const show = (row: (typeof rows)[number]) => {
    const value = values[row] ?? "";
    if (row === "receivedOn") return showDate(value, locale);
    return row === "carats" || row === "usd" ? showDecimal(value, locale, row) : value;
  };
  return (
    <>
      <div className="notice notice--success" role="status" tabIndex={-1} ref={box}>
        <h2>{words.title}</h2>
        <p>{words.text}</p>
      </div>
      <SummaryList rows={rows.map((row) => ({ term: words[row], text: show(row) }))} />
      {/* With it the other language finds the receipt again. */}
      <input type="hidden" name="signed" value={values["signed"] ?? ""} />
      <details>
        <summary>{words.signed}</summary>
        <p>{words.hint}</p>
        <p className="mono">{values["signed"]}</p>
      </details>
    </>
  );
}
