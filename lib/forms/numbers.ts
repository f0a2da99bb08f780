import Decimal from "decimal.js";
import type { Language } from "@/prisma/generated/enums";

/** Why a number was not taken. `ambiguous` comes with the two readings, normalised. */
export type NumberProblem =
  | "empty"
  | "notUnderstood"
  | "otherCurrency"
  | "otherUnit"
  | "ambiguous"
  | "tooManyDecimals"
  | "negative"
  | "tooLarge";

export type NumberReading =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly problem: NumberProblem;
      readonly readings?: readonly [thousands: string, decimal: string];
    };

interface Options {
  readonly decimals: number;
  readonly max: string;
  /** Which unit may be typed beside the figure; without it none. */
  readonly unit?: "carats" | "usd";
  /** False where thousands cannot occur (minutes of arc): then a mark is always a decimal mark. */
  readonly grouping?: boolean;
}

/** Longer than any number with its unit; the search for one would take ever longer. */
const longestTyped = 100;

const spaces = /[\s\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]/gu;

const problem = (name: NumberProblem): NumberReading => ({ ok: false, problem: name });

// Without the spaces that may stand in them: "US dollars", "$ É.-U.".
const units = {
  carats: /^(?:(?:metric)?carats?(?:métriques?)?|cts?\.?|kt)$/iu,
  usd: /^(?:U\.?S\.?A?\$?|\$U\.?S\.?|\$|\$?USD\$?|(?:U\.?S\.?)?dollars?(?:U\.?S\.?|(?:am[ée]ricain|[ée]tats-?unien)s?)?|(?:\$|dollars?)É\.?-?U\.?)$/iu,
};
const otherCurrency =
  /^(?:C(?:A|AN|DN)?\$|\$C(?:A|AN|AD|DN)?|CA|CAN|CDN|CAD\$?|dollarscanadiens?|canadiandollars?|A\$|AUD|€|EUR|euros?|£|GBP|¥|JPY|CHF|ZAR|AED|INR|₹)$/iu;
/** A gram is five carats: who weighs in grams is asked to say it in carats. */
const otherUnit =
  /^(?:[mk]?g|gr|(?:milli|kilo)?gramm?es?|(?:milli|kilo)?grams?|oz|lbs?|points?|pts?)\.?$/iu;
const apostrophes = /[‘’ʼ´`]/gu;

/** Full-width figures as others, and every kind of space as a space. */
export function plainly(typed: string): string {
  return typed
    .replace(/[\uFF00-\uFF5E]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(spaces, " ")
    .trim();
}

/**
 * Reads a decimal as people type it, in either language: spaces of all kinds and apostrophes between
 * thousands, a currency or "carats" beside the figure, a comma or a point as decimal mark. Lenient, but
 * never guessed: a comma before exactly three final digits is a thousands mark in English and refused in
 * French; a point before exactly three final digits is refused in both. `value` has exactly `decimals`
 * places. No float is involved.
 */
export function readDecimal(typed: string, locale: Language, options: Options): NumberReading {
  if (typed.trim().length > longestTyped) return problem("notUnderstood");
  const text = plainly(typed).replace(apostrophes, "'");
  if (text === "") return problem("empty");

  const parts = /^((?:[^\d.,]|\.(?=\D))*)([.,]?\d[\d., ']*)(\D*)$/u.exec(text);
  if (!parts) return problem("notUnderstood");
  const [before, after] = [squeeze(parts[1]), squeeze(parts[3])];
  const sign = /^[+\-−–(]|[+\-−–(]$/u.exec(before)?.[0] ?? "";
  const unitBefore = before.replace(/[+\-−–(]/u, "");
  const unitAfter = sign === "(" ? after.replace(")", "") : after;
  for (const unit of [unitBefore, unitAfter]) {
    if (unit === "") continue;
    if (otherCurrency.test(unit)) return problem("otherCurrency");
    if (options.unit === "carats" && otherUnit.test(unit)) return problem("otherUnit");
    if (!options.unit || !units[options.unit].test(unit)) return problem("notUnderstood");
  }
  const reading = readFigure((parts[2] ?? "").trim(), locale, options);
  if (!reading.ok || sign === "" || sign === "+") return reading;
  return problem("negative");
}

const squeeze = (text: string | undefined) => (text ?? "").replace(/ /g, "");

/** Reads a figure of digits, marks, spaces and apostrophes. */
function readFigure(figure: string, locale: Language, options: Options): NumberReading {
  const grouped = /^\d{1,3}(?:([ '])\d{3})(?:\1\d{3})*(?=$|[.,])/u.test(figure);
  if (/[ ']/u.test(figure) && !grouped) return problem("notUnderstood");
  const digits = figure.replace(/[ ']/gu, "");
  if (/[ ']/u.test(figure.split(/[.,]/u).slice(1).join(""))) return problem("notUnderstood");

  const marks = digits.replace(/\d/gu, "");
  if (marks === "") return finish(digits, "", options);
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
  const mark = digits[last] ?? "";
  const [whole, fraction] = [digits.slice(0, last), digits.slice(last + 1)];
  if (fraction === "") return problem("notUnderstood");

  if (marks.length > 1) {
    // Several marks leave one reading only: earlier ones group thousands, and the last one does too
    // when it is the same.
    const thousands = marks[0] === "," ? "," : ".";
    const groups = (mark === thousands ? digits : whole).split(thousands);
    const wellGrouped =
      /^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((g) => /^\d{3}$/.test(g));
    if (!wellGrouped || grouped || options.grouping === false) return problem("notUnderstood");
    return finish(groups.join(""), mark === thousands ? "" : fraction, options);
  }

  const couldBeThousands =
    options.grouping !== false &&
    fraction.length === 3 &&
    (grouped || /^[1-9]\d{0,2}$/.test(whole));
  if (!couldBeThousands) return finish(whole, fraction, options);
  if (mark === "," && locale === "en" && !grouped) return finish(whole + fraction, "", options);
  return { ok: false, problem: "ambiguous", readings: [whole + fraction, `${whole}.${fraction}`] };
}

function finish(whole: string, fraction: string, { decimals, max }: Options): NumberReading {
  if (fraction.length > decimals) return problem("tooManyDecimals");
  if (whole.length > 30) return problem("tooLarge");
  const value = new Decimal(`${whole || "0"}.${fraction || "0"}`);
  if (value.gt(max)) return problem("tooLarge");
  return { ok: true, value: value.toFixed(decimals) };
}

export type Unit = "carats" | "usd" | "usdPerCarat";

const nbsp = "\u00A0";

/**
 * A normalised decimal in the reader's format: 1,234.50 carats, US$1,234.50; 1 234,50 carats,
 * 1 234,50 $ US (with no-break spaces). Keeps the decimals that the value has.
 */
export function showDecimal(value: string, locale: Language, unit?: Unit): string {
  const [, minus = "", whole = "", fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === "") return value; // a draft holds what could not be read as it was typed
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, locale === "fr" ? nbsp : ",");
  const figure = fraction ? `${grouped}${locale === "fr" ? "," : "."}${fraction}` : grouped;
  switch (unit) {
    case undefined:
      return minus + figure;
    case "carats": {
      const amount = new Decimal(value).abs();
      const one = locale === "fr" ? amount.lt(2) : amount.eq(1);
      return `${minus}${figure}${nbsp}${one ? "carat" : "carats"}`;
    }
    case "usd":
      return locale === "fr" ? `${minus}${figure}${nbsp}$${nbsp}US` : `${minus}US$${figure}`;
    case "usdPerCarat":
      return `${showDecimal(value, locale, "usd")}${locale === "fr" ? " par carat" : " a carat"}`;
  }
}
