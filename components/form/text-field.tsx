"use client";

import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { Field, type FieldProps } from "@/components/form/field";

interface Props extends FieldProps {
  type?: "text" | "email" | "tel" | "search";
  inputMode?: "decimal" | "numeric" | "text";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** A class that tells the expected length: w-4, w-8, w-12, w-20, w-full. */
  width?: "w-4" | "w-8" | "w-12" | "w-20" | "w-full";
  before?: ReactNode;
  after?: ReactNode;
  maxLength?: number;
  lang?: string;
  wide?: boolean;
}

/** One line of text, with a unit before or after it where there is one. */
export function TextField({
  type = "text",
  inputMode,
  autoComplete,
  width,
  before,
  after,
  maxLength,
  lang,
  wide = false,
  ...field
}: Props) {
  return (
    <Field {...field} wide={wide}>
      {({ id, name, describedBy, invalid, value }) => {
        const input = (
          <input
            key={value}
            type={type}
            id={id}
            name={name}
            defaultValue={value}
            inputMode={inputMode}
            autoComplete={autoComplete ?? "off"}
            maxLength={maxLength}
            lang={lang}
            className={width}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            aria-required={field.required || undefined}
          />
        );
        if (!before && !after) return input;
        return (
          <div className="affix">
            {before ? <span>{before}</span> : null}
            {input}
            {after ? <span>{after}</span> : null}
          </div>
        );
      }}
    </Field>
  );
}
