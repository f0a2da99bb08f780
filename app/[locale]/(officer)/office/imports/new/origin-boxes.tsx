"use client";

import { fieldId } from "@/components/form/field-id";
import { useFormAnswer } from "@/components/form/form-context";

interface Props {
  summary: string;
  text: string;
  options: readonly { value: string; text: string }[];
}

/** Every country that can be ticked besides the one chosen; open where one is. */
export function OriginBoxes({ summary, text, options }: Props) {
  const { values } = useFormAnswer();
  const ticked = (name: string, value: string) => values?.[name] === value;
  const names = options.map((option, i) => ({ ...option, name: `origins[${i + 1}]` }));
  return (
    <details open={names.some(({ name, value }) => ticked(name, value))}>
      <summary>{summary}</summary>
      <fieldset>
        <legend className="hint">{text}</legend>
        <div className="ticks" key={JSON.stringify(values)}>
          {names.map(({ name, value, text: country }) => (
            <label key={value} htmlFor={fieldId(name)}>
              <input
                type="checkbox"
                id={fieldId(name)}
                name={name}
                value={value}
                defaultChecked={ticked(name, value)}
              />
              {country}
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
