import type { Cell, Table } from "@/lib/tables/cell";

/** What a spreadsheet takes for the beginning of a formula, in both widths of the characters. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A table as CSV (RFC 4180), with the mark by which a spreadsheet knows it for UTF-8. */
export function asCsv({ headers, rows }: Table): string {
  const lines = [headers.map((text) => ({ text })), ...rows];
  return `\uFEFF${lines.map(line).join("")}`;
}

/** The same for a table that is too long to be held whole, line by line. */
export async function* csvLines(
  headers: Table["headers"],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string, void> {
  yield asCsv({ headers, rows: [] });
  for await (const cells of rows) yield line(cells);
}

const line = (cells: readonly Cell[]) => `${cells.map(written).join(",")}\r\n`;

/** Text that would be a formula gets an apostrophe, so that it is read and never reckoned. */
function written(cell: Cell): string {
  if (cell === null) return "";
  if ("number" in cell) return cell.number;
  if ("day" in cell) return cell.day;
  const text = formula.test(cell.text) ? `'${cell.text}` : cell.text;
  // A French spreadsheet separates by semicolons: a text that has one is quoted too.
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
