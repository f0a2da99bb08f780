import { readColumns } from "./columns";
import { figureProblem } from "./figure-problem";
import { problem, unread, type Pasted } from "./pasted";
import { withSeparator, type Separator } from "./separator";
import { heading } from "./words";
import type { TariffLine } from "@/lib/applications/answers";
import { draftAnswers } from "@/lib/applications/draft";
import { sectionForms } from "@/lib/applications/schema";
import type { Problem } from "@/lib/forms/form-state";
import { parseForm } from "@/lib/forms/parse-form";
import type { TariffSubheading } from "@/lib/reference/types";
import type { Language } from "@/prisma/generated/enums";

/** The columns of pasted tariff lines, in the order in which the page names them. */
export const lineColumns = ["subheading", "carats", "usd"] as const;

interface Reading {
  readonly locale: Language;
  readonly subheadings: readonly TariffSubheading[];
  /** How many more lines the application can hold. */
  readonly room: number;
}

/** Tariff lines as pasted from a spreadsheet; amounts are read as those typed in the form. */
export function readLines(text: string, reading: Reading): Pasted<TariffLine> {
  return withSeparator(text, (separator) => readWith(separator, text, reading));
}

function readWith(
  separator: Separator,
  text: string,
  { locale, subheadings, room }: Reading,
): Pasted<TariffLine> {
  const table = readColumns(text, { columns: lineColumns, separator, room, locale });
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const form = new FormData();
  table.rows.forEach(({ line, cells }, index) => {
    const typed = cells.subheading ?? "";
    const code = subheadingIn(typed);
    const known = subheadings.find((each) => each.code === code);
    if (!known?.roughDiamond) {
      const key = known ? "paste.notRough" : "paste.subheading";
      const params = { line, column: heading("subheading", locale), typed: typed.slice(0, 60) };
      problems.push(problem(key, params));
    } else form.append(`hsLines[${index}].subheading`, known.code);
    for (const column of ["carats", "usd"] as const) {
      form.append(`hsLines[${index}].${column}`, cells[column] ?? "");
    }
  });
  const parsed = parseForm(sectionForms.goods, form, locale);
  const errors = parsed.ok ? [] : parsed.errors;
  problems.push(...errors.flatMap((error) => figureProblem(error, table.rows, locale)));
  if (problems.length > 0) return unread(problems);
  const { hsLines = [] } = draftAnswers("goods", parsed.ok ? parsed.value : parsed.draft);
  return { ok: true, rows: hsLines };
}

/** "7102.10" in 7102.10, 710210, 7102.10.00.10 or 7102,1: a spreadsheet drops the last nought. */
function subheadingIn(typed: string): string | null {
  const found = /^(\d{4})[.,\s]?(\d{1,2})(?:[.\s]?\d{2}){0,2}(?!\d)/u.exec(typed);
  return found ? `${found[1]}.${found[2]?.padEnd(2, "0")}` : null;
}
