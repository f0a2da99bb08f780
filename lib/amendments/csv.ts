import { readField, type Field, type Trouble } from "@/lib/amendments/fields";
import { kinds } from "@/lib/amendments/kinds";
import type { Row } from "@/lib/amendments/row";
import { wrongTogether } from "@/lib/amendments/schema-row";
import type { Problem } from "@/lib/forms/form-state";
import type { Cell, Table } from "@/lib/tables/cell";
import { readCsv, type CsvLine } from "@/lib/tables/read-csv";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** More rows than these are not taken at once. */
const mostRows = 2000;
/** Characters of a file: with what a press sends along, it stays below what the framework takes. */
export const longestFile = 300_000;

/** One thing that is wrong with a row of a file. */
export interface CellTrouble extends Trouble {
  /** The heading under which it stands. */
  readonly column: string;
}

/** A line of a file: the row that it says, or what is wrong with it. */
export interface ReadLine {
  readonly line: number;
  readonly row: Row | null;
  readonly troubles: readonly CellTrouble[];
}

type FileReading =
  | { readonly ok: true; readonly lines: readonly ReadLine[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** All rows of a kind as a file: what `readFile` gives back unchanged. */
export function asTable(kind: ReferenceKind, rows: readonly Row[]): Table {
  const { fields } = kinds[kind];
  return {
    headers: fields.map(({ column }) => column),
    rows: rows.map((row) => fields.map((field) => cellOf(field, row[field.name] ?? null))),
  };
}

function cellOf({ type }: Field, value: string | null): Cell {
  if (value === null) return null;
  if (type === "day") return { day: value };
  return type === "whole" || type === "decimal" ? { number: value } : { text: value };
}

/** The rows that a file says: its first line names the columns, in any order. */
export function readFile(kind: ReferenceKind, text: string): FileReading {
  const { fields } = kinds[kind];
  const wrong = (key: Problem["key"], params?: Problem["params"]): FileReading => ({
    ok: false,
    problems: [{ field: "csv", key, ...(params ? { params } : {}) }],
  });
  const found = readCsv(text);
  if (!found.ok) return wrong("reference.csv.quote", { line: found.line });
  const [head, ...body] = found.rows;
  if (!head || body.length === 0) return wrong("reference.csv.required");
  if (body.length > mostRows) return wrong("reference.csv.tooMany", { maximum: mostRows });
  const headings = head.cells.map((cell) => cell.trim().toLowerCase());
  const missing = fields.filter(({ column }) => !headings.includes(column));
  const unknown = headings.filter((each) => each && !fields.some(({ column }) => column === each));
  if (missing.length > 0) {
    return wrong("reference.csv.missing", { columns: missing.map((f) => f.column).join(", ") });
  }
  if (unknown.length > 0) return wrong("reference.csv.unknown", { columns: unknown.join(", ") });
  return { ok: true, lines: body.map((line) => readLine(kind, headings, line)) };
}

function readLine(kind: ReferenceKind, headings: readonly string[], line: CsvLine): ReadLine {
  const { fields } = kinds[kind];
  const troubles: CellTrouble[] = [];
  if (line.cells.slice(headings.length).some((cell) => cell.trim() !== "")) {
    troubles.push({ column: headings.at(-1) ?? "", key: "reference.csv.cells" });
  }
  const values = fields.map((field) => {
    const reading = readField(field, line.cells[headings.indexOf(field.column)]);
    if (reading.ok) return [field.name, reading.value] as const;
    const { key, params } = reading;
    troubles.push({ column: field.column, key, ...(params ? { params } : {}) });
    return [field.name, null] as const;
  });
  const row: Row = Object.fromEntries(values);
  if (troubles.length === 0) {
    for (const { field, key } of wrongTogether(kind, row)) {
      const column = fields.find(({ name }) => name === field)?.column ?? field;
      troubles.push({ column, key });
    }
  }
  return { line: line.line, row: troubles.length > 0 ? null : row, troubles };
}
