"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ImportState, PreviewLine } from "./form-state";
import { useFormAnswer } from "@/components/form/form-context";
import { useErrorSentence } from "@/components/form/use-error-sentence";

const looks = {
  new: "tag tag--blue",
  changed: "tag tag--amber",
  unchanged: "tag",
  wrong: "tag tag--red",
} as const;

/** What becomes of each line of the file. Takes the focus when it appears and nothing is wrong. */
export function Preview() {
  const { preview, attempt, problems }: ImportState = useFormAnswer();
  const t = useTranslations("office.reference.file");
  const title = useRef<HTMLHeadingElement>(null);
  const right = problems.length === 0;
  useEffect(() => {
    if (preview && right) title.current?.focus();
  }, [preview, attempt, right]);
  if (!preview) return null;
  const count = (fate: PreviewLine["fate"]) => preview.filter((line) => line.fate === fate).length;
  const counts = {
    new: count("new"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    wrong: count("wrong"),
  };
  return (
    <section className="box" aria-labelledby="preview-title">
      <h2 id="preview-title" tabIndex={-1} ref={title}>
        {t("previewTitle")}
      </h2>
      <p>{t("counts", counts)}</p>
      <table className="t cards">
        <caption>{t("previewNote")}</caption>
        <thead>
          <tr>
            {(["line", "row", "fate", "what"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map((line) => (
            <tr key={line.line}>
              <th scope="row">{line.line}</th>
              <td data-l={t("columns.row")}>{line.name}</td>
              <td data-l={t("columns.fate")}>
                <span className={looks[line.fate]}>{t(`fates.${line.fate}`)}</span>
              </td>
              <td data-l={t("columns.what")}>
                <What line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function What({ line }: { line: PreviewLine }) {
  const t = useTranslations("office.reference.file");
  const names = useTranslations("office.reference.fields");
  const sentence = useErrorSentence();
  return (
    <ul className="plain">
      {line.troubles.map((trouble, i) => (
        <li key={`wrong ${i}`}>
          <b>{t("column", { column: trouble.column })}</b> {sentence(trouble)}
        </li>
      ))}
      {line.changes.map(({ field, was, is }) => (
        <li key={field}>
          {t("change", { label: names(field as "code"), was: was || "–", is: is || "–" })}
        </li>
      ))}
    </ul>
  );
}
