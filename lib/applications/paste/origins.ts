import { readColumns, type ColumnedRow } from "./columns";
import { readCoordinate } from "./coordinate";
import { figureProblem } from "./figure-problem";
import { problem, unread, type Pasted } from "./pasted";
import { withSeparator, type Separator } from "./separator";
import { lookupOf, type OriginNames } from "./lookups";
import { heading, inBoth, inLanguage, meant } from "./words";
import { categories, type OriginRow } from "@/lib/applications/answers";
import { draftAnswers } from "@/lib/applications/draft";
import { sectionForms } from "@/lib/applications/schema";
import type { ErrorKey } from "@/lib/forms/error-key";
import type { Problem } from "@/lib/forms/form-state";
import { parseForm } from "@/lib/forms/parse-form";
import type { Language } from "@/prisma/generated/enums";

type Category = OriginRow["category"];

/** The columns of pasted origin rows, in the order in which the page names them. */
export const originColumns = [
  "category",
  "carats",
  "usd",
  "mine",
  "certificate",
  "facilityName",
  "facilityPlace",
  "latitude",
  "longitude",
  "concentratesFrom",
  "statedOrigin",
  "notes",
] as const;
type Column = (typeof originColumns)[number];

/** What every row is asked, and what a row of each category is asked besides. */
const always: readonly Column[] = ["category", "carats", "usd"];
const asked: Readonly<Record<Category, readonly Column[]>> = {
  new_production: ["mine", "notes"],
  previously_imported: ["certificate"],
  exploration: ["facilityName", "facilityPlace", "latitude", "longitude"],
  extraction: ["facilityName", "facilityPlace", "concentratesFrom", "statedOrigin"],
  in_canada_before_2003: ["statedOrigin"],
};

interface Reading {
  readonly locale: Language;
  readonly names: OriginNames;
  /** How many more rows the application can hold. */
  readonly room: number;
}

/**
 * Origin rows as pasted from a spreadsheet, read as the page's form reads what is typed in it, so that
 * an amount means the same in both. A row may be incomplete; a cell that is there must be understood.
 */
export function readOrigins(text: string, reading: Reading): Pasted<OriginRow> {
  return withSeparator(text, (separator) => readWith(separator, text, reading));
}

function readWith(
  separator: Separator,
  text: string,
  { locale, names, room }: Reading,
): Pasted<OriginRow> {
  const table = readColumns(text, { columns: originColumns, separator, room, locale });
  if (!table.ok) return table;
  const problems: Problem[] = [];
  const form = new FormData();
  table.rows.forEach((row, index) => {
    const outcome = understand(row, names, locale);
    problems.push(...outcome.problems);
    form.append(`origins[${index}].id`, crypto.randomUUID());
    for (const [field, value] of Object.entries(outcome.fields)) {
      form.append(`origins[${index}].${field}`, value);
    }
  });
  const parsed = parseForm(sectionForms.origin, form, locale);
  const errors = parsed.ok ? [] : parsed.errors;
  problems.push(...errors.flatMap((error) => figureProblem(error, table.rows, locale)));
  if (problems.length > 0) return unread(problems);
  const { origins = [] } = draftAnswers("origin", parsed.ok ? parsed.value : parsed.draft);
  return { ok: true, rows: origins };
}

/** The fields of the form that a row's cells stand for. */
function understand({ line, cells }: ColumnedRow<Column>, names: OriginNames, locale: Language) {
  const fields: Record<string, string> = {};
  const problems: Problem[] = [];
  const wrong = (key: ErrorKey, column: Column, params: Problem["params"] = {}) => {
    const typed = (cells[column] ?? "").slice(0, 60);
    problems.push(problem(key, { line, column: heading(column, locale), typed, ...params }));
  };
  const [category] = meant(cells.category ?? "", categories, (each) => [
    each,
    ...inBoth((words) => words.categories[each]),
  ]);
  if (!category) {
    wrong(cells.category ? "paste.category" : "paste.noCategory", "category");
    return { fields, problems };
  }
  fields["category"] = category;
  for (const column of originColumns) {
    const cell = cells[column];
    if (!cell || column === "category") continue;
    const lookup = lookupOf(column);
    if (!always.includes(column) && !asked[category].includes(column)) {
      const name = inLanguage(locale, (words) => words.categories[category]);
      wrong("paste.notAsked", column, { category: name });
    } else if (lookup) {
      const [only, second] = lookup.find(cell, names, category);
      if (only === undefined || second !== undefined) wrong(lookup.key, column);
      else fields[lookup.field] = only;
    } else if (column === "latitude" || column === "longitude") {
      const read = readCoordinate(cell, column, locale);
      if (!read) wrong(`paste.${column}`, column);
      fields[`${column}.degrees`] = read?.degrees ?? "";
      fields[`${column}.minutes`] = read?.minutes ?? "";
    } else fields[column] = cell;
  }
  if (fields["concentratesFrom"] === "in_canada" && cells.statedOrigin) {
    const place = inLanguage(locale, (words) => words.application.origin.inCanada);
    wrong("paste.inCanada", "statedOrigin", { place });
  }
  return { fields, problems };
}
