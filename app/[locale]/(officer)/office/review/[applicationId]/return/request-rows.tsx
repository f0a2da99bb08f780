"use client";

import { useFormAnswer } from "@/components/form/form-context";
import { SelectField, type Option } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { rowsOf } from "./rows";

interface Props {
  sections: readonly Option[];
  /** The section that the reader came from. */
  first: string;
  /** `request` and `remove` name the row by {n}. */
  words: Record<
    "request" | "remove" | "section" | "choose" | "field" | "fieldHint" | "reason" | "add",
    string
  >;
  limits: { requests: number; reason: number; field: number };
}

/** The requests, added and removed by named buttons that keep everything typed. */
export function RequestRows({ sections, first, words, limits }: Props) {
  const { values } = useFormAnswer();
  const rows = rowsOf(values ?? {});
  return (
    <>
      {rows.map((row, i) => {
        const name = (field: string) => `requests[${row}].${field}`;
        const n = String(i + 1);
        return (
          <section key={row} className="box" aria-labelledby={`request-${row}`}>
            <div className="line line--c">
              <h2 id={`request-${row}`}>{words.request.replace("{n}", n)}</h2>
              {rows.length > 1 ? (
                <button
                  className="button button--link button--small end"
                  name="intent"
                  value={`remove-${row}`}
                >
                  {words.remove.replace("{n}", n)}
                </button>
              ) : null}
            </div>
            <SelectField
              name={name("section")}
              label={words.section}
              options={sections}
              prompt={words.choose}
              value={i === 0 ? first : ""}
              required
            />
            <TextField
              name={name("field")}
              label={words.field}
              hint={words.fieldHint}
              maxLength={limits.field}
              width="w-full"
            />
            <TextArea
              name={name("reason")}
              label={words.reason}
              rows={3}
              maxLength={limits.reason}
              required
            />
          </section>
        );
      })}
      {rows.length < limits.requests ? (
        <button className="button button--link" name="intent" value="add">
          {words.add}
        </button>
      ) : null}
    </>
  );
}
