"use client";

import { SelectField, type Option } from "@/components/form/select-field";
import type { FieldProps } from "@/components/form/field";

import { useTyped } from "@/components/form/typed-context";

interface Props extends FieldProps {
  options: readonly Option[];
  prompt: string;
  /** What each destination means for the consignee's country. */
  notes: Readonly<Record<string, string>>;
  /** Shows the note where no script does. */
  button: string;
}

/** The destination, and which countries count as it. */
export function DestinationField({ notes, button, ...field }: Props) {
  const note = notes[useTyped()[field.name] ?? ""];
  return (
    <>
      <SelectField {...field} width="w-20" />
      <noscript>
        <p className="actions">
          <button
            className="button button--secondary button--small"
            name="intent"
            value="countries"
          >
            {button}
          </button>
        </p>
      </noscript>
      <div aria-live="polite">{note ? <p className="note">{note}</p> : null}</div>
    </>
  );
}
