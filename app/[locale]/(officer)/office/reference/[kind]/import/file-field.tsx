"use client";

import { useTranslations } from "next-intl";
import { useField } from "@/components/form/field";

/** A file instead of pasted text. */
export function FileField() {
  const t = useTranslations("office.reference.file");
  const form = useTranslations("form");
  const { id, name, describedBy, invalid, error } = useField({ name: "file", hint: t("fileHint") });
  return (
    <div className={error ? "field field--error" : "field"}>
      <label htmlFor={id}>{t("file")}</label>
      <p className="hint" id={`${id}-hint`}>
        {t("fileHint")}
      </p>
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span className="visually-hidden">{form("error")} </span>
          {error}
        </p>
      ) : null}
      <input
        type="file"
        id={id}
        name={name}
        accept=".csv,text/csv"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
    </div>
  );
}
