"use client";

import { Field, type FieldProps } from "@/components/form/field";

export interface Option {
  value: string;
  text: string;
  /** The heading under which it stands in the list, with its neighbours of the same group. */
  group?: string;
}

interface Props extends FieldProps {
  options: readonly Option[];
  /** The first, empty choice: "Choose a destination". None where something is always chosen. */
  prompt?: string;
  width?: "w-8" | "w-12" | "w-20" | "w-full";
  /** The form with which it is sent, where it stands outside of it. */
  form?: string;
}

/** One of a list. */
export function SelectField({ options, prompt, width, form, ...field }: Props) {
  return (
    <Field {...field}>
      {({ id, name, describedBy, invalid, value }) => (
        <select
          key={value}
          id={id}
          name={name}
          form={form}
          defaultValue={value}
          className={width}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
        >
          {prompt === undefined ? null : <option value="">{prompt}</option>}
          {groupsOf(options).map(({ group, members }) =>
            group === undefined ? (
              <Options key="" options={members} />
            ) : (
              <optgroup key={group} label={group}>
                <Options options={members} />
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}

function groupsOf(options: readonly Option[]) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.map((group) => ({ group, members: options.filter((o) => o.group === group) }));
}
