"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAsked } from "@/components/form/asked-context";
import { AskedNote } from "@/components/form/asked-note";
import { fieldId } from "@/components/form/field-id";
import { useFormAnswer } from "@/components/form/form-context";
import { useErrorSentence } from "@/components/form/use-error-sentence";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  /** The stored answer; what was typed in the last press wins over it. */
  value?: string | undefined;
}

interface Wiring {
  id: string;
  name: string;
  describedBy: string | undefined;
  invalid: boolean;
  value: string;
}

/** What a control needs to be one with its label, hint and error. */
export function useField({
  name,
  hint,
  value,
}: Pick<FieldProps, "name" | "hint" | "value">): Wiring & {
  error: ReactNode;
} {
  const { problems, values } = useFormAnswer();
  const sentence = useErrorSentence();
  const own = problems.filter(({ field }) => field === name);
  const id = fieldId(name);
  const asked = useAsked(name).length > 0;
  const describedBy = [
    hint ? `${id}-hint` : "",
    asked ? `${id}-asked` : "",
    own.length > 0 ? `${id}-error` : "",
  ]
    .filter(Boolean)
    .join(" ");
  return {
    id,
    name,
    describedBy: describedBy || undefined,
    invalid: own.length > 0,
    value: values?.[name] ?? value ?? "",
    // A field of many lines may have something wrong in several of them.
    error:
      own.length > 0 ? own.map((problem, i) => <span key={i}>{sentence(problem)}</span>) : null,
  };
}

/** Label, hint, error, control: in this order, always. */
export function Field({
  name,
  label,
  hint,
  required = false,
  value,
  wide = false,
  children,
}: FieldProps & { wide?: boolean; children: (wiring: Wiring) => ReactNode }) {
  const { error, ...wiring } = useField({ name, hint, value });
  const t = useTranslations("form");
  return (
    <div className={`field${error ? " field--error" : ""}${wide ? " field--wide" : ""}`}>
      <label htmlFor={wiring.id}>
        {label}{" "}
        <span className={required ? "must" : "may"}>
          {required ? t("required") : t("optional")}
        </span>
      </label>
      {hint ? (
        <p className="hint" id={`${wiring.id}-hint`}>
          {hint}
        </p>
      ) : null}
      <AskedNote id={wiring.id} name={name} />
      {error ? (
        <p className="error" id={`${wiring.id}-error`}>
          <span className="visually-hidden">{t("error")} </span>
          {error}
        </p>
      ) : null}
      {children(wiring)}
    </div>
  );
}
