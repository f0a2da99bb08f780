"use client";

import { useFormAnswer } from "@/components/form/form-context";
import { SelectField, type Option } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { rowsOf } from "./rows";

interface Props {
  /** Sections with their fields, as submitted. */
  places: readonly Option[];
  /** The place that the reader came from. */
  first: string;
  /** `request` and `remove` name the row by {n}. */
  words: Record<"request" | "remove" | "section" | "choose" | "reason" | "add", string>;
  limits: { requests: number; reason: number };
}

/** The requests, added and removed by named buttons that keep everything typed. */
export function RequestRows({ places, first, words, limits }: Props) {
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
              name={name("place")}
              label={words.section}
              options={places}
              prompt={words.choose}
              value={i === 0 ? first : ""}
              required
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
