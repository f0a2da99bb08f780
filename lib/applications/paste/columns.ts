import { problem, unread, type Pasted } from "./pasted";
import type { Separator } from "./separator";
import { readTable } from "./table";
import { columnOf, heading, type ColumnName } from "./words";
import type { Problem } from "@/lib/forms/form-state";
import type { Language } from "@/prisma/generated/enums";

/** A pasted row: what stands under each heading, and on which line of the text. */
export interface ColumnedRow<C extends ColumnName> {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<C, string>>>;
}

interface Columns<C extends ColumnName> {
  /** In the order in which they are expected where no heading line says otherwise. */
  readonly columns: readonly C[];
  readonly separator: Separator;
  /** How many more rows the form can hold. */
  readonly room: number;
  readonly locale: Language;
}

/** More than any sheet has: what a line holds beyond is not taken for headings. */
const mostHeadings = 100;

/** Pasted text as rows of named cells. A first line of headings may name the columns in any order. */
export function readColumns<C extends ColumnName>(
  text: string,
  { columns, separator, room, locale }: Columns<C>,
): Pasted<ColumnedRow<C>> {
  const table = readTable(text, separator);
  if (!table.ok) return table;
  const [first, ...others] = table.rows;
  const named = first?.cells.slice(0, mostHeadings).map((cell) => columnOf(cell, columns)) ?? [];
  const hasHeadings = first !== undefined && isHeadingLine(first.cells, named);
  const order = hasHeadings ? named : columns;
  const body = hasHeadings ? others : table.rows;
  if (body.length === 0) return unread([problem("paste.empty")]);
  const problems = hasHeadings ? wrongHeadings(first.cells, named, locale) : [];
  if (body.length > room) {
    problems.push(problem("paste.tooMany", { room, count: body.length }));
  }
  const rows = body.map(({ line, cells }): ColumnedRow<C> => {
    const most = cells.findLastIndex((cell) => cell !== "") + 1;
    if (most > order.length) {
      problems.push(problem("paste.cells", { line, count: most, most: order.length }));
    }
    const under = order.flatMap((column, at) => {
      const cell = cells[at];
      return column && cell ? [[column, cell] as const] : [];
    });
    return { line, cells: Object.fromEntries(under) as Partial<Record<C, string>> };
  });
  return problems.length > 0 ? unread(problems) : { ok: true, rows };
}

/** More than half of its words are headings: one alone may be a place or a note of that name. */
function isHeadingLine(cells: readonly string[], named: readonly (ColumnName | null)[]): boolean {
  const known = named.filter((column) => column !== null).length;
  return known > 0 && known * 2 > cells.filter((cell) => cell !== "").length;
}

function wrongHeadings(
  cells: readonly string[],
  named: readonly (ColumnName | null)[],
  locale: Language,
): Problem[] {
  return cells.flatMap((typed, at) => {
    const column = named[at];
    if (typed === "") return [];
    if (!column) return [problem("paste.heading", { typed: typed.slice(0, 60) })];
    if (named.indexOf(column) === at) return [];
    return [problem("paste.headingTwice", { column: heading(column, locale) })];
  });
}
