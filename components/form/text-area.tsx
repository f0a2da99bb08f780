"use client";

import type { ComponentProps } from "react";
import { Field, type FieldProps } from "@/components/form/field";
import { useTypedEarly } from "@/components/form/use-typed-early";

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
        <Lines
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

function Lines({
  id,
  defaultValue,
  ...rest
}: ComponentProps<"textarea"> & { id: string; defaultValue: string }) {
  const field = useTypedEarly(id);
  return <textarea key={defaultValue} ref={field} id={id} defaultValue={defaultValue} {...rest} />;
}
