import { isCalendarDate } from "@/lib/calendar";
import { readDate } from "@/lib/forms/dates";
import type { ErrorKey } from "@/lib/forms/error-key";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** How a column of reference data is written, on a form and in a file alike. */
export type FieldType =
  /** A short code; `example` is shown where it is written otherwise. */
  | { readonly type: "code"; readonly pattern: RegExp; readonly example: string }
  /** The code of a row of another kind. */
  | { readonly type: "of"; readonly kind: ReferenceKind }
  | { readonly type: "choice"; readonly options: readonly string[] }
  | { readonly type: "text"; readonly most: number }
  /** Several lines. */
  | { readonly type: "words"; readonly most: number }
  | { readonly type: "day" }
  | { readonly type: "whole"; readonly least: number; readonly most: number }
  | {
      readonly type: "decimal";
      readonly places: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly type: "flag" }
  /** Of the day, stored in minutes after midnight. */
  | { readonly type: "time" }
  /** 1 is Monday, 7 is Sunday. */
  | { readonly type: "weekdays" };

export type Field = FieldType & {
  /** The column of the table. */
  readonly name: string;
  /** The heading in files. */
  readonly column: string;
  readonly required: boolean;
};

/** What a field holds, in the one way in which it is written: "2026-11-23", "20.00", "true", "08:00", "1 2 3". */
export type Written = string | null;

export interface Trouble {
  readonly key: ErrorKey;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Reading = { readonly ok: true; readonly value: Written } | ({ readonly ok: false } & Trouble);

const trouble = (key: ErrorKey, params?: Trouble["params"]): Reading =>
  params ? { ok: false, key, params } : { ok: false, key };

/** Reads what was typed or stands in a file. */
export function readField(field: Field, typed: string | undefined): Reading {
  const text = (typed ?? "").normalize("NFC").trim();
  if (text === "") {
    return field.required
      ? trouble("reference.required", { field: field.name })
      : { ok: true, value: null };
  }
  switch (field.type) {
    case "code":
      return field.pattern.test(text)
        ? { ok: true, value: text }
        : trouble("reference.code", { example: field.example });
    case "of":
      return { ok: true, value: text };
    case "choice":
      return field.options.includes(text)
        ? { ok: true, value: text }
        : trouble("reference.choice", { options: field.options.join(", ") });
    case "text":
    case "words":
      return readText(field.type === "text" ? text.replace(/\s+/gu, " ") : text, field.most);
    case "day": {
      const read = readDate(text);
      return read.ok && isCalendarDate(read.value)
        ? { ok: true, value: read.value }
        : trouble("reference.day");
    }
    case "whole":
    case "decimal":
      return readFigure(field, text);
    case "flag":
      return readFlag(text);
    case "time":
      return readTime(text);
    case "weekdays":
      return readWeekdays(text);
  }
}

/** What begins as a formula would not come back from a spreadsheet as it went there. */
const formula = /^'?[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

function readText(text: string, most: number): Reading {
  const lines = text.replace(/\r\n?/gu, "\n").replaceAll("\0", "");
  if (formula.test(lines)) return trouble("reference.formula");
  return lines.length > most
    ? trouble("reference.tooLong", { maximum: most })
    : { ok: true, value: lines };
}

function readFigure(
  field: { type: "whole" | "decimal"; places?: number; least: number; most: number },
  text: string,
): Reading {
  const places = field.places ?? 0;
  const plain = text.replace(/^[−–]/u, "-").replace(",", ".");
  const decimals = /^-?\d{1,12}(?:\.(\d+))?$/.exec(plain);
  const figure = Number(plain);
  const fits = decimals && (decimals[1]?.length ?? 0) <= places;
  if (!fits || figure < field.least || figure > field.most) {
    return trouble("reference.figure", { least: field.least, most: field.most, places });
  }
  return { ok: true, value: figure.toFixed(places) };
}

function readFlag(text: string): Reading {
  const word = text.toLowerCase();
  if (["true", "yes", "oui", "vrai", "1"].includes(word)) return { ok: true, value: "true" };
  if (["false", "no", "non", "faux", "0"].includes(word)) return { ok: true, value: "false" };
  return trouble("reference.flag");
}

function readTime(text: string): Reading {
  const found = /^(\d{1,2})(?: ?[:h] ?(\d{2})?)?$/iu.exec(text);
  const [hour, minute] = [Number(found?.[1] ?? 99), Number(found?.[2] ?? 0)];
  if (!found || hour * 60 + minute > 1440 || minute > 59) return trouble("reference.time");
  return { ok: true, value: asTime(hour * 60 + minute) };
}

function readWeekdays(text: string): Reading {
  const days = [...new Set(text.split(/[\s,;]+/u).filter(Boolean))].sort();
  return days.every((day) => /^[1-7]$/.test(day))
    ? { ok: true, value: days.join(" ") }
    : trouble("reference.weekdays");
}

const asTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** From how the database writes a row as JSON. */
export function fromJson(field: Field, value: unknown): Written {
  if (value === null || value === undefined) return null;
  if (field.type === "time") return asTime(Number(value));
  if (field.type === "decimal") return Number(value).toFixed(field.places);
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** And back. */
export function asJson(field: Field, value: Written): unknown {
  if (value === null) return null;
  switch (field.type) {
    case "flag":
      return value === "true";
    case "whole":
      return Number(value);
    case "time":
      return Number(value.slice(0, 2)) * 60 + Number(value.slice(3));
    case "weekdays":
      return value.split(" ").map(Number);
    case "code":
    case "of":
    case "choice":
    case "text":
    case "words":
    case "day":
    case "decimal":
      return value;
  }
}
