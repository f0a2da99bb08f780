"use client";

import { Field, type FieldProps } from "@/components/form/field";

export interface Option {
  value: string;
  text: string;
}

interface Props extends FieldProps {
  options: readonly Option[];
  /** The first, empty choice: "Choose a destination". */
  prompt: string;
  width?: "w-8" | "w-12" | "w-20" | "w-full";
}

/** One of a list. */
export function SelectField({ options, prompt, width, ...field }: Props) {
  return (
    <Field {...field}>
      {({ id, name, describedBy, invalid, value }) => (
        <select
          key={value}
          id={id}
          name={name}
          defaultValue={value}
          className={width}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
        >
          <option value="">{prompt}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
