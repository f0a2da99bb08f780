"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AskedNote } from "@/components/form/asked-note";
import { useField, type FieldProps } from "@/components/form/field";

export interface Choice {
  value: string;
  text: ReactNode;
  hint?: ReactNode;
  /** Fields that belong to this choice. */
  more?: ReactNode;
}

interface Props extends FieldProps {
  choices: readonly Choice[];
  inline?: boolean;
  /** A heading-like legend for a question that is the page's main one. */
  legend?: "legend--h2" | "legend--h3";
  /** False for a question that only leads the reader on, or is answered from the start: neither word helps there. */
  marked?: boolean;
}

/** One of a few, all in sight. */
export function ChoiceField({
  choices,
  inline = false,
  legend,
  label,
  required = false,
  marked = true,
  ...field
}: Props) {
  const { id, name, describedBy, error, value } = useField(field);
  const t = useTranslations("form");
  return (
    <fieldset
      className={error ? "field field--error" : "field"}
      aria-describedby={describedBy}
      role="radiogroup"
      aria-required={required || undefined}
    >
      <legend className={legend}>
        {label}
        {marked ? (
          <>
            {" "}
            <span className={required ? "must" : "may"}>
              {required ? t("required") : t("optional")}
            </span>
          </>
        ) : null}
      </legend>
      {field.hint ? (
        <p className="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      ) : null}
      <AskedNote id={id} name={name} />
      {error ? (
        <p className="error" id={`${id}-error`}>
          <span className="visually-hidden">{t("error")} </span>
          {error}
        </p>
      ) : null}
      <div className={inline ? "choices choices--inline" : "choices"} key={value}>
        {choices.map((choice, i) => {
          const choiceId = i === 0 ? id : `${id}-${choice.value}`;
          return (
            <div className="choice" key={choice.value}>
              <input
                type="radio"
                id={choiceId}
                name={name}
                value={choice.value}
                defaultChecked={value === choice.value}
                aria-describedby={choice.hint ? `${choiceId}-more` : undefined}
              />
              <label htmlFor={choiceId}>{choice.text}</label>
              {choice.hint ? (
                <p className="hint" id={`${choiceId}-more`}>
                  {choice.hint}
                </p>
              ) : null}
              {choice.more ? <div className="choice__more">{choice.more}</div> : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
