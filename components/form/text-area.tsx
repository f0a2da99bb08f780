"use client";

import { Field, type FieldProps } from "@/components/form/field";

/** Several lines of text. */
export function TextArea({
  rows = 4,
  maxLength,
  lang,
  ...field
}: FieldProps & { rows?: number; maxLength?: number; lang?: string }) {
  return (
    <Field {...field}>
      {({ id, name, describedBy, invalid, value }) => (
        <textarea
          key={value}
          id={id}
          name={name}
          rows={rows}
          lang={lang}
          maxLength={maxLength}
          defaultValue={value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
        />
      )}
    </Field>
  );
}
