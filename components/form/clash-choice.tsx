"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ClashNotice } from "@/lib/forms/form-state";

interface Props {
  clash: ClashNotice;
  /** Of the press that found it: it takes the focus then. Null where the page saved itself. */
  attempt: number | null;
}

/** What two people changed at the same time, with both answers to choose from. Inside the form. */
export function ClashChoice({ clash: { by, at, fields, rows }, attempt }: Props) {
  const t = useTranslations("form.clash");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt !== null && attempt > 0) box.current?.focus();
  }, [attempt]);
  const own = by === "" ? ("Own" as const) : ("" as const);
  const answer = (text: string) => text || t("empty");
  return (
    <div
      className="error-summary"
      ref={box}
      tabIndex={-1}
      role={attempt === null ? undefined : "alert"}
      aria-labelledby="clash-title"
    >
      <h2 id="clash-title">{own ? t("titleOwn") : t("title", { by })}</h2>
      <p>{fields.length > 0 ? t("text") : t("textRows")}</p>
      {rows.map(({ label, removedBy }) => {
        const removed = removedBy === "me" ? ("removedByMe" as const) : ("removedByThem" as const);
        return <p key={label}>{t(`${removed}${own}`, { row: label, by })}</p>;
      })}
      {fields.map(({ name, label, mine, theirs }, i) => (
        <fieldset key={name} className="field">
          <legend>{label}</legend>
          <div className="choices">
            {(["mine", "theirs"] as const).map((side) => (
              <div className="choice" key={side}>
                <input type="radio" id={`clash-${i}-${side}`} name={name} value={side} />
                <label htmlFor={`clash-${i}-${side}`}>
                  {side === "mine"
                    ? t("mine", { answer: answer(mine) })
                    : own
                      ? t("own", { at, answer: answer(theirs) })
                      : t("theirs", { by, at, answer: answer(theirs) })}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
