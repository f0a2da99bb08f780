import { CsvError, parse } from "csv-parse/sync";

export interface CsvLine {
  /** Of the text, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

type CsvReading =
  | { readonly ok: true; readonly rows: readonly CsvLine[] }
  | { readonly ok: false; readonly problem: "quote"; readonly line: number };

/**
 * The lines of a file of comma-separated text, without the empty ones, as asCsv and spreadsheets write it:
 * a French spreadsheet separates by semicolons, and what is pasted from one by tabs. The apostrophe before
 * what would be a formula is taken off again.
 */
export function readCsv(text: string): CsvReading {
  const [heading = ""] = text.split(/\r?\n/u, 1);
  const delimiter = ["\t", ";", ","].find((mark) => heading.includes(mark)) ?? ",";
  const rows: CsvLine[] = [];
  let line = 1;
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      on_record: (record: string[], { lines }) => {
        if (record.some((cell) => cell.trim() !== "")) {
          rows.push({ line, cells: record.map(plain) });
        }
        line = lines + 1;
        return null;
      },
    });
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, problem: "quote", line };
  }
}

const plain = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/u, "");
