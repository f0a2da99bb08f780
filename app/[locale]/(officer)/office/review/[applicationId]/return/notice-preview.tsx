"use client";

import { useFormAnswer } from "@/components/form/form-context";
import { readDate, showDate } from "@/lib/forms/dates";
import { rowsOf } from "./rows";

interface Props {
  title: string;
  empty: string;
  /** The exporter's language, in which the notice is written. */
  language: "en" | "fr";
  /** What can be asked, in that language. */
  places: Readonly<Record<string, string>>;
  exporterName: string;
  officer: string;
  /** `answerBy` names the day by {date}. */
  words: Record<
    "office" | "department" | "attention" | "subject" | "opening" | "answerBy" | "notRefusal",
    string
  >;
}

/** The notice as the exporter will read it, from what was typed when a button was last pressed. */
export function NoticePreview({
  title,
  empty,
  language,
  places,
  exporterName,
  officer,
  words,
}: Props) {
  const { values } = useFormAnswer();
  const typed = values ?? {};
  const asked = rowsOf(typed).flatMap((row) => {
    const reason = typed[`requests[${row}].reason`]?.trim();
    const about = places[typed[`requests[${row}].place`] ?? ""];
    return reason && about ? [{ row, reason, about }] : [];
  });
  const due = readDate(typed["dueOn"] ?? "");
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{title}</h2>
      <div className="letter" lang={language}>
        <p>
          <b>{words.office}</b>
          <br />
          {words.department}
        </p>
        <p>
          {exporterName}
          <br />
          {words.attention}
        </p>
        <p>
          <b>{words.subject}</b>
        </p>
        <p>{words.opening}</p>
        {asked.length > 0 ? (
          <ol>
            {asked.map(({ row, reason, about }) => (
              <li key={row}>
                <b>{about}.</b> {reason}
              </li>
            ))}
          </ol>
        ) : (
          <p className="soft">{empty}</p>
        )}
        {due.ok ? <p>{words.answerBy.replace("{date}", showDate(due.value, language))}</p> : null}
        <p>{words.notRefusal}</p>
        <p>{officer}</p>
      </div>
    </section>
  );
}
