"use client";

import { fieldId } from "@/components/form/field-id";
import { useFormAnswer } from "@/components/form/form-context";

/** The box with which an officer accepts a section. */
export function AcceptSection({
  name,
  label,
  text,
}: {
  name: string;
  /** With the section's name. */
  label: string;
  text: string;
}) {
  const { values } = useFormAnswer();
  const accepted = values?.[name] === "yes";
  return (
    <label className="accept">
      <input
        key={String(accepted)}
        type="checkbox"
        id={fieldId(name)}
        name={name}
        value="yes"
        defaultChecked={accepted}
        aria-label={label}
      />
      {text}
    </label>
  );
}
