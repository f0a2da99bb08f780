import { CsvError, parse } from "csv-parse/sync";
import { problem, unread, type Pasted } from "./pasted";
import type { Separator } from "./separator";

/** A line of pasted cells; the number is that of the text's own lines, from 1. */
export interface PastedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Far above what any form takes: what is longer is not looked at. */
const longestPaste = 100_000;

/**
 * The lines of what was copied from a spreadsheet or written as a list, without the empty ones. Cells are
 * trimmed, and a line break inside one is a space.
 */
export function readTable(typed: string, delimiter: Separator): Pasted<PastedLine> {
  if (typed.length > longestPaste) return unread([problem("paste.tooLong")]);
  const text = typed.replace(/\r\n?/gu, "\n");
  const found: PastedLine[] = [];
  let line = 1;
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[], { lines }) => {
        const cells = record.map((cell) => cell.replace(blanks, " ").trim());
        if (cells.some((cell) => cell !== "")) found.push({ line, cells });
        line = lines + 1;
        return null;
      },
    });
    return { ok: true, rows: found };
  } catch (error) {
    // The only fault that is left with these options: a quotation mark that opens and never closes.
    if (!(error instanceof CsvError)) throw error;
    return unread([problem("paste.quote", { line })]);
  }
}

/** White space of every kind; a spreadsheet puts in what is not to be seen. */
const blanks = /[\s\u00A0\u200B\u202F\uFEFF]+/gu;
