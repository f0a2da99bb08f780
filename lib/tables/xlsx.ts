import "server-only";
import writeWorkbook from "write-excel-file/node";
import type { Cell, Table } from "@/lib/tables/cell";

/** A table as a workbook of one sheet. Text is text there, whatever it begins with. */
export async function asXlsx({ headers, rows }: Table, sheet: string): Promise<Uint8Array> {
  const head = headers.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const columns = headers.map((header) => ({ width: Math.max(14, header.length + 2) }));
  const options = { sheet, columns, stickyRowsCount: 1 };
  return writeWorkbook([head, ...rows.map((row) => row.map(written))], options).toBuffer();
}

function written(cell: Cell) {
  if (cell === null) return null;
  if ("number" in cell) {
    return { value: Number(cell.number), type: Number, format: "#,##0.00" as const };
  }
  if ("day" in cell) return { value: new Date(cell.day), type: Date, format: "yyyy-mm-dd" };
  return { value: cell.text.toWellFormed().replace(unwritable, ""), type: String };
}

/** What XML cannot hold: a workbook with it does not open. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
