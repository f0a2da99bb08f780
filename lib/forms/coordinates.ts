import Decimal from "decimal.js";
import type { Language } from "@/prisma/generated/enums";
import { plainly, readDecimal, showDecimal, type NumberReading } from "@/lib/forms/numbers";

export type Axis = "latitude" | "longitude";

/** What a field asks for, or what of the typed text belongs in it and in the one beside. */
export type CoordinateReading =
  | NumberReading
  | { readonly ok: false; readonly problem: "moreThanDegrees"; degrees: string; minutes: string }
  | { readonly ok: false; readonly problem: "seconds"; minutes: string };

const sides = { latitude: /^(?:n|north|nord)?$/iu, longitude: /^(?:w|o|west|ouest)?$/iu };
const degreesFirst =
  /^(\p{L}*) ?(\d{1,3})(?!\d)(?:[.,](\d{1,8}))? ?(?:[°º]|deg(?:rees?|rés?)?\.?)? ?(.*?) ?(\p{L}*)\.?$/iu;
const minutesAndSeconds =
  /^(\d{1,2}(?:[.,]\d{1,8})?) ?(?:['’′] ?(?:(\d{1,2}(?:[.,]\d{1,8})?) ?(?:["”″]|''|′′))?)?$/u;

/**
 * Degrees as typed: "53", "53°", "53° N" in the field of a latitude. Whole; a side that is not the
 * question's (north, west) is refused. Who typed a whole coordinate, or degrees with decimals, is told
 * what belongs where.
 */
export function readDegrees(typed: string, locale: Language, axis: Axis): CoordinateReading {
  const text = plainly(typed);
  if (/^[-−–] ?\d/u.test(text)) return { ok: false, problem: "negative" };
  const [, before = "", degrees = "", fraction, rest = "", after = ""] =
    degreesFirst.exec(text.slice(0, 40)) ?? [];
  const sided = sides[axis].test(before) && sides[axis].test(after) && !(before && after);
  if (degrees === "" || !sided || (fraction && rest)) {
    return readDecimal(text, locale, { decimals: 0, max: "180", grouping: false });
  }
  if (Number(degrees) > 180) return { ok: false, problem: "tooLarge" };
  const whole = String(Number(degrees));
  if (fraction) {
    const minutes = new Decimal(`0.${fraction}`).times(60);
    return { ok: false, problem: "moreThanDegrees", degrees: whole, minutes: asMinutes(minutes) };
  }
  if (rest === "") return { ok: true, value: whole };
  const minutes = addSeconds(rest);
  if (minutes === null) return { ok: false, problem: "notUnderstood" };
  return { ok: false, problem: "moreThanDegrees", degrees: whole, minutes };
}

/** Minutes as typed: "14.5", "14,5", "14.5′". The decimals that were typed are kept. */
export function readMinutes(typed: string, locale: Language): CoordinateReading {
  const plain = plainly(typed);
  if (/["”″]|''|′′/u.test(plain)) {
    const minutes = addSeconds(plain);
    if (minutes !== null) return { ok: false, problem: "seconds", minutes };
  }
  const text = plain.replace(/ ?(?:['’′]|min\.?|minutes?)$/iu, "");
  const decimals = /[.,](\d+)$/u.exec(text)?.[1]?.length ?? 0;
  if (decimals > 4) return { ok: false, problem: "tooManyDecimals" };
  return readDecimal(text, locale, { decimals, max: "9999", grouping: false });
}

/** "30′ 15″" → "30.25" */
function addSeconds(text: string): string | null {
  const [, minutes, seconds = "0"] = minutesAndSeconds.exec(text) ?? [];
  if (minutes === undefined) return null;
  const decimal = (typed: string) => new Decimal(typed.replace(",", "."));
  return asMinutes(decimal(minutes).plus(decimal(seconds).div(60)));
}

const asMinutes = (minutes: Decimal) => minutes.toDecimalPlaces(4).toString();

/** Decimal degrees of a stored position; null when it is not degrees and minutes below 60. */
export function toDecimalDegrees(position: { degrees?: string; minutes?: string }): Decimal | null {
  const { degrees = "", minutes = "" } = position;
  if (!/^\d{1,3}$/.test(degrees) || !/^\d{1,2}(\.\d+)?$/.test(minutes)) return null;
  if (new Decimal(minutes).gte(60)) return null;
  return new Decimal(degrees).plus(new Decimal(minutes).div(60));
}

/** 53° 14.5′ N, 104° 48.25′ W; in French 53° 14,5′ N, 104° 48,25′ O. */
export function showCoordinate(
  position: { degrees?: string; minutes?: string },
  axis: Axis,
  locale: Language,
): string {
  const { degrees = "", minutes = "" } = position;
  const side = axis === "latitude" ? "N" : locale === "fr" ? "O" : "W";
  return `${degrees}°\u00A0${showDecimal(minutes, locale)}′\u00A0${side}`;
}
