import Decimal from "decimal.js";
import type { Language } from "@/prisma/generated/enums";
import { readDecimal, showDecimal, type NumberReading } from "@/lib/forms/numbers";

export type Axis = "latitude" | "longitude";

/** Degrees as typed: "53", "53°". Whole; the sign is in the question (north, west). */
export function readDegrees(typed: string, locale: Language): NumberReading {
  const text = typed.replace(/[°º]\s*$/u, "");
  return readDecimal(text, locale, { decimals: 0, max: "180", grouping: false });
}

/** Minutes as typed: "14.5", "14,5", "14.5′". The decimals that were typed are kept. */
export function readMinutes(typed: string, locale: Language): NumberReading {
  const text = typed.replace(/['’′]\s*$/u, "").trim();
  const decimals = /[.,](\d+)$/u.exec(text)?.[1]?.length ?? 0;
  if (decimals > 4) return { ok: false, problem: "tooManyDecimals" };
  return readDecimal(text, locale, { decimals, max: "9999", grouping: false });
}

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
