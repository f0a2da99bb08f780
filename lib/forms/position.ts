import Decimal from "decimal.js";
import { toDecimalDegrees } from "@/lib/forms/coordinates";

/** Degrees and minutes, as the form asks for them: "64" and "30.5". */
interface DegreesMinutes {
  readonly degrees: string;
  readonly minutes: string;
}

export type PositionReading =
  | { readonly ok: true; readonly latitude: DegreesMinutes; readonly longitude: DegreesMinutes }
  /** `elsewhere`: it was understood, and is south or east. */
  | { readonly ok: false; readonly problem: "unreadable" | "elsewhere" };

const unreadable = { ok: false, problem: "unreadable" } as const;

/**
 * Reads a position as a GPS shows it or a map prints it, in either language: decimal degrees, degrees and
 * minutes, or degrees, minutes and seconds; sides as letters or words before or after the figures, or
 * latitude first without any. What has no side is north and west, as the form asks.
 */
export function readPosition(typed: string): PositionReading {
  const text = typed
    .slice(0, 120)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/LATITUDE|LONGITUDE|LAT\b|LON\b|LONG\b|[:=]/gu, " ")
    .replace(/NORTH|NORD/gu, "N")
    .replace(/SOUTH|SUD/gu, "S")
    .replace(/WEST|OUEST|O/gu, "W")
    .replace(/EAST|EST/gu, "E")
    .replace(/[−–]/gu, "-");
  // A comma between figures is a decimal mark, unless that leaves no position: "64.5,110.3".
  const asDecimal = text.includes(".") ? unreadable : read(text.replace(/(\d),(?=\d)/gu, "$1."));
  return asDecimal.ok ? asDecimal : read(text);
}

function read(text: string): PositionReading {
  if (/[^\d\s.,;NSEW°º'"’′″”-]/u.test(text)) return unreadable;
  const parts = text.match(/-?\d+(?:\.\d+)?|[NSEW]/gu) ?? [];
  const sides = parts.filter((part) => /[NSEW]/u.test(part));
  const groups = sides.length > 0 ? bySides(parts) : halves(parts);
  const [first, second] = groups ?? [];
  if (!first || !second) return unreadable;
  const [latitude, longitude] = /[EW]/u.test(first.side) ? [second, first] : [first, second];
  const one = /^[NS]?$/u.test(latitude.side) && /^[EW]?$/u.test(longitude.side);
  const [north, west] = [degreesOf(latitude.figures, 90), degreesOf(longitude.figures, 180)];
  if (!one || !north || !west) return unreadable;
  const minus = (figures: readonly string[]) => figures[0]?.startsWith("-");
  const south = latitude.side === "S" || minus(latitude.figures);
  const signed = sides.length > 0 && minus(longitude.figures);
  if (south || longitude.side === "E" || signed) return { ok: false, problem: "elsewhere" };
  return { ok: true, latitude: north, longitude: west };
}

interface Side {
  readonly side: string;
  readonly figures: readonly string[];
}

/** "64 30 N 110 18 W", or with the letters first. */
function bySides(parts: readonly string[]): Side[] | null {
  const lettersFirst = /[NSEW]/u.test(parts[0] ?? "");
  const inOrder = lettersFirst ? parts : [...parts].reverse();
  if (!/[NSEW]/u.test(inOrder[0] ?? "")) return null;
  const groups: { side: string; figures: string[] }[] = [];
  for (const part of inOrder) {
    if (/[NSEW]/u.test(part)) groups.push({ side: part, figures: [] });
    else groups.at(-1)?.figures.push(part);
  }
  if (groups.length !== 2) return null;
  if (lettersFirst) return groups;
  return groups.reverse().map(({ side, figures }) => ({ side, figures: figures.reverse() }));
}

/** Latitude, then longitude, with as many figures each. */
function halves(parts: readonly string[]): Side[] | null {
  if (![2, 4, 6].includes(parts.length)) return null;
  const half = parts.length / 2;
  return [parts.slice(0, half), parts.slice(half)].map((figures) => ({ side: "", figures }));
}

/** Degrees, then minutes, then seconds; only the last may have decimals. */
function degreesOf(figures: readonly string[], most: number): DegreesMinutes | null {
  const [degrees, ...below] = figures.map((figure) => new Decimal(figure));
  if (!degrees || below.length > 2 || below.some((part) => part.lt(0) || part.gte(60))) return null;
  if (figures.slice(0, -1).some((figure) => figure.includes("."))) return null;
  const size = degrees.abs();
  const minutes = below.reduce((sum, part, i) => sum.plus(part.div(60 ** i)), new Decimal(0));
  // Four decimals of a minute are less than a metre; rounding may fill the degree.
  const all = size.times(60).plus(minutes).toDecimalPlaces(4);
  if (all.gt(most * 60)) return null;
  return { degrees: all.div(60).floor().toFixed(), minutes: all.mod(60).toString() };
}

/** Degrees. */
export interface GeoPoint {
  readonly north: number;
  readonly west: number;
}

/** A point on the earth from what stands in the fields; null while it is not a position. */
export function pointOf(
  latitude: Partial<DegreesMinutes>,
  longitude: Partial<DegreesMinutes>,
): GeoPoint | null {
  const [north, west] = [toDecimalDegrees(latitude), toDecimalDegrees(longitude)];
  return north?.lte(90) && west?.lte(180)
    ? { north: north.toNumber(), west: west.toNumber() }
    : null;
}
