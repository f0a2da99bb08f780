import { readDegrees, readMinutes, type Axis } from "@/lib/forms/coordinates";
import type { Language } from "@/prisma/generated/enums";

const sides: Readonly<Record<Axis, RegExp>> = {
  latitude: /^(?:N|Nord|North)$/iu,
  longitude: /^(?:W|O|Ouest|West)$/iu,
};

/**
 * Degrees and minutes in one cell, as the summary writes them: 63° 28.5′ N, or 63 28,5. Null where it
 * is anything else: seconds, decimal degrees, a sign or another side of the earth are never guessed.
 */
export function readCoordinate(
  cell: string,
  axis: Axis,
  locale: Language,
): { degrees: string; minutes: string } | null {
  const parts = /^(\p{L}*)\s*(\d+)\s*(?:[°º]\s*|\s)([\d.,]+)\s*['’′]?\s*(\p{L}*)$/u.exec(cell);
  if (!parts) return null;
  const [, before = "", degrees = "", minutes = "", after = ""] = parts;
  const side = before + after;
  if (side !== "" && !sides[axis].test(side)) return null;
  const understood = readDegrees(degrees, locale, axis).ok && readMinutes(minutes, locale).ok;
  return understood ? { degrees, minutes } : null;
}
