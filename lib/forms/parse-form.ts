import type * as z from "zod";
import type { Language } from "@/prisma/generated/enums";
import { readDegrees, readMinutes, type CoordinateReading } from "@/lib/forms/coordinates";
import { readDate, showDate } from "@/lib/forms/dates";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { compactNames, nest, pathToName } from "@/lib/forms/field-names";
import { readDecimal, showDecimal, type NumberReading } from "@/lib/forms/numbers";
import { readPostalCode } from "@/lib/forms/postal-code";

/** How the text of a field is read before the schema judges it. */
export type FieldKind =
  | "text"
  | "lines" // one value a line
  | "list" // values separated by lines, commas, semicolons or tabs
  | "flag" // a checkbox: there or not
  | "carats"
  | "usd"
  | "count"
  | "degreesNorth"
  | "degreesWest"
  | "minutes"
  | "postalCode"
  | "date";

/** The names of a form's fields, with `[]` where a row's number stands. */
export type Fields = Readonly<Record<string, FieldKind>>;

/** A schema and the fields of its form. */
export interface FormSchema<T> {
  readonly schema: z.ZodType<T>;
  readonly fields: Fields;
  /** Characters that a field may need, where they are more than those of an ordinary form. */
  readonly longest?: number;
}

export interface FieldError {
  /** The field's name in the form: `origins[0].carats`. */
  readonly field: string;
  readonly key: ErrorKey;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ParsedForm<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** Every field as it was typed, to show again. */
      readonly values: Readonly<Record<string, string>>;
      readonly errors: readonly FieldError[];
      /** What was understood, and the rest as typed: fit for a draft, not for a submission. */
      readonly draft: unknown;
    };

/** No field of an ordinary form needs more; longer text is cut before anything looks at it. */
const longestText = 5000;
const mostFields = 2000;

/** Reads a form in the language of its page. All errors come at once, in the order of the fields. */
export function parseForm<T>(
  form: FormSchema<T>,
  formData: FormData,
  locale: Language,
): ParsedForm<T> {
  const values: Record<string, string> = {};
  for (const [name, value] of [...formData.entries()].slice(0, mostFields)) {
    if (typeof value !== "string" || !kindOf(form, name)) continue;
    // No column of the database holds a NUL.
    values[name] = value.slice(0, form.longest ?? longestText).replaceAll("\0", "");
  }

  const errors: FieldError[] = [];
  const read = new Map<string, unknown>();
  for (const [name, typed] of Object.entries(values)) {
    const kind = kindOf(form, name);
    if (!kind) continue;
    const outcome = readField(kind, typed, locale);
    if (outcome.error) {
      errors.push({
        field: name,
        key: outcome.error,
        params: { ...outcome.params, ...rowOf(name) },
      });
    }
    if (outcome.value !== undefined) read.set(name, outcome.value);
  }
  for (const [name, kind] of Object.entries(form.fields)) {
    if (kind === "flag" && !read.has(name)) read.set(name, false);
  }

  const names = compactNames(Object.keys(values), new Set(read.keys()));
  const draft = nest(
    [...read].map(([name, value]) => [names.compact(name), value]),
    names.arrays,
  );
  const result = form.schema.safeParse(draft);
  if (result.success && errors.length === 0) return { ok: true, value: result.data };

  const unread = new Set(errors.map((error) => error.field));
  for (const issue of result.error?.issues ?? []) {
    const field = names.original(pathToName(issue.path));
    if (unread.has(field) || errors.some((e) => e.field === field)) continue;
    errors.push({
      field,
      key: issue.message as ErrorKey,
      params: { ...paramsOf(issue), ...rowOf(field) },
    });
  }
  return { ok: false, values, errors: inFormOrder(errors, Object.keys(form.fields)), draft };
}

const patternOf = (name: string) => name.replace(/\[\d{1,3}\]/g, "[]");

/** How a field of the form is read; undefined for any other name, those of every object among them. */
export function kindOf({ fields }: Pick<FormSchema<unknown>, "fields">, name: string) {
  const pattern = patternOf(name);
  return Object.hasOwn(fields, pattern) ? fields[pattern] : undefined;
}

function rowOf(name: string): { row?: number } {
  const index = /\[(\d+)\]/.exec(name)?.[1];
  return index === undefined ? {} : { row: Number(index) + 1 };
}

interface ReadField {
  value?: unknown;
  error?: ErrorKey;
  params?: Record<string, string | number>;
}

function readField(kind: FieldKind, typed: string, locale: Language): ReadField {
  const text = typed.trim();
  if (kind === "flag") return { value: true };
  if (text === "") return {};
  switch (kind) {
    case "text":
      return { value: text.normalize("NFC") };
    case "lines":
      return { value: split(text, /\r?\n/u) };
    case "list":
      return { value: split(text, /[\r\n\t,;]+/u) };
    case "postalCode":
      return { value: readPostalCode(text) };
    case "carats":
    case "usd":
      return number(
        text,
        locale,
        readDecimal(text, locale, { decimals: 2, max: "999999999999999", unit: kind }),
      );
    case "count":
      return number(text, locale, readDecimal(text, locale, { decimals: 0, max: "999999" }));
    case "degreesNorth":
      return coordinate(text, locale, readDegrees(text, locale, "latitude"), "degrees");
    case "degreesWest":
      return coordinate(text, locale, readDegrees(text, locale, "longitude"), "degrees");
    case "minutes":
      return coordinate(text, locale, readMinutes(text, locale), "minutes");
    case "date": {
      const reading = readDate(text);
      if (reading.ok) return { value: reading.value };
      const [first = "", second = ""] = (reading.readings ?? []).map((iso) =>
        showDate(iso, locale),
      );
      const params = { typed: text.slice(0, 60), ...(second ? { first, second } : {}) };
      return { value: text, error: errorKey(`date.${reading.problem}`), params };
    }
  }
}

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim().normalize("NFC"))
    .filter((part) => part !== "");
}

function number(typed: string, locale: Language, reading: NumberReading): ReadField {
  if (reading.ok) return { value: reading.value };
  const [first = "", second] = reading.readings ?? [];
  const readings = { first: showDecimal(first, locale), second: showDecimal(second ?? "", locale) };
  return {
    // As typed, but an ambiguous figure with a point: that is refused in both languages, while the
    // 5,005 of a French page would be five thousand and five carats on an English one.
    value: second ?? typed.slice(0, 60),
    error: errorKey(`number.${reading.problem}`),
    params: { typed: typed.slice(0, 60), ...(reading.readings ? readings : {}) },
  };
}

function coordinate(
  typed: string,
  locale: Language,
  reading: CoordinateReading,
  part: "degrees" | "minutes",
): ReadField {
  const text = typed.slice(0, 60);
  if (reading.ok) return { value: reading.value };
  if (reading.problem === "notUnderstood") {
    return { value: text, error: errorKey(`coordinate.${part}`), params: { typed: text } };
  }
  if (reading.problem !== "moreThanDegrees" && reading.problem !== "seconds") {
    return number(typed, locale, reading);
  }
  const minutes = showDecimal(reading.minutes, locale);
  const degrees = "degrees" in reading ? { degrees: reading.degrees } : {};
  const params = { typed: text, minutes, ...degrees };
  return { value: text, error: errorKey(`coordinate.${reading.problem}`), params };
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === "custom") return (issue.params ?? {}) as Record<string, string | number>;
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  return {};
}

/** Row by row, and within a row in the order in which the form names its fields. */
function inFormOrder(errors: readonly FieldError[], fields: readonly string[]): FieldError[] {
  const place = ({ field }: FieldError) => {
    const pattern = patternOf(field);
    const known = fields.indexOf(pattern);
    const array = pattern.split("[]")[0] ?? pattern;
    const group = fields.findIndex((name) => name.startsWith(array));
    return [group, rowOf(field).row ?? 0, known < 0 ? 0 : known] as const;
  };
  return [...errors].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
}
