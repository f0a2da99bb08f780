"use client";

import { Field, type FieldProps } from "@/components/form/field";
import type { Option } from "@/components/form/select-field";
import { useTyped } from "@/components/form/typed-context";

interface Props extends FieldProps {
  prompt: string;
  /** Every country. */
  options: readonly Option[];
  /** By destination: what its countries are called together, and which they are. */
  groups: Readonly<Record<string, { label: string; codes: readonly string[] }>>;
  /** What all the others are called. */
  others: string;
}

/** The consignee's country; those in the chosen destination come first. */
export function CountryField({ prompt, options, groups, others, ...field }: Props) {
  const typed = useTyped();
  const destination = typed["destination"] ?? "";
  const group = groups[destination];
  const isThere = ({ value }: Option) => group?.codes.includes(value) ?? false;
  const draw = (some: readonly Option[]) =>
    some.map(({ value, text }) => (
      <option key={value} value={value}>
        {text}
      </option>
    ));
  return (
    <Field {...field}>
      {({ id, name, describedBy, invalid, value }) => (
        // The list is made anew for another destination, with the choice of the moment.
        <select
          key={`${destination} ${value}`}
          id={id}
          name={name}
          defaultValue={typed[name] ?? value}
          className="w-20"
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
        >
          <option value="">{prompt}</option>
          {group ? (
            <>
              <optgroup label={group.label}>{draw(options.filter(isThere))}</optgroup>
              <optgroup label={others}>{draw(options.filter((each) => !isThere(each)))}</optgroup>
            </>
          ) : (
            draw(options)
          )}
        </select>
      )}
    </Field>
  );
}
