"use client";

import { useState } from "react";
import { useFormAnswer } from "@/components/form/form-context";
import { SelectField, type Option } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { rowsOf } from "./rows";

/** A reason to choose; without a section it is offered for every place. */
interface OfferedReason {
  readonly code: string;
  readonly section: string | null;
  readonly name: string;
  /** The section's name, or what stands over the reasons for every place. */
  readonly group: string;
}

interface Props {
  /** Sections with their fields and documents, as submitted. */
  places: readonly Option[];
  reasons: readonly OfferedReason[];
  /** What the reader came with. */
  initial: Readonly<Record<string, string>>;
  /** `request` and `remove` name the row by {n}. */
  words: Record<
    | "request"
    | "remove"
    | "section"
    | "choose"
    | "chosen"
    | "chosenHint"
    | "noReason"
    | "reason"
    | "add",
    string
  >;
  limits: { requests: number; reason: number };
}

/** The requests, added and removed by named buttons that keep everything typed. */
export function RequestRows({ places, reasons, initial, words, limits }: Props) {
  const { values } = useFormAnswer();
  const typed = values ?? initial;
  const rows = rowsOf(typed);
  /** Places chosen since the last press, by the name of their field. */
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  return (
    <>
      {rows.map((row, i) => {
        const name = (field: string) => `requests[${row}].${field}`;
        const n = String(i + 1);
        const place = chosen[name("place")] ?? typed[name("place")] ?? "";
        return (
          <section
            key={row}
            className="box"
            aria-labelledby={`request-${row}`}
            onChange={({ target }) => {
              if (target instanceof HTMLSelectElement && target.name === name("place")) {
                setChosen({ ...chosen, [target.name]: target.value });
              }
            }}
          >
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
              value={initial[name("place")]}
              required
            />
            <SelectField
              name={name("reasonCode")}
              label={words.chosen}
              hint={words.chosenHint}
              options={offered(reasons, place.split(":")[0] ?? "")}
              prompt={words.noReason}
              value={initial[name("reasonCode")]}
            />
            <TextArea
              name={name("reason")}
              label={words.reason}
              value={initial[name("reason")]}
              rows={3}
              maxLength={limits.reason}
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

/** What belongs to the section first, then what belongs to every place, then the rest. */
function offered(reasons: readonly OfferedReason[], section: string): Option[] {
  const rank = (of: string | null) => (of === section ? 0 : of === null ? 1 : 2);
  return [...reasons]
    .sort((a, b) => rank(a.section) - rank(b.section))
    .map(({ code, name, group }) => ({ value: code, text: name, group }));
}
