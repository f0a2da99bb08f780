"use client";

import { useTranslations } from "next-intl";
import { AskedNote } from "@/components/form/asked-note";
import { useField, type FieldProps } from "@/components/form/field";
import { useFormAnswer } from "@/components/form/form-context";

/** A box to tick; its value is "yes". */
export function CheckboxField({ label, required = false, ...field }: FieldProps) {
  const { values } = useFormAnswer();
  // A box that is not ticked is not sent: after a press, no value means "no", whatever was stored.
  const { value: stored, ...rest } = field;
  const { id, name, describedBy, invalid, error, value } = useField({
    ...rest,
    value: values ? "" : stored,
  });
  const t = useTranslations("form");
  return (
    <div className={error ? "field field--error" : "field"}>
      <AskedNote id={id} name={name} />
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span className="visually-hidden">{t("error")} </span>
          {error}
        </p>
      ) : null}
      <div className="choice">
        <input
          key={value}
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={value === "yes"}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={required || undefined}
        />
        <label htmlFor={id}>
          {label} {required ? <span className="must">{t("required")}</span> : null}
        </label>
        {field.hint ? (
          <p className="hint" id={`${id}-hint`}>
            {field.hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
