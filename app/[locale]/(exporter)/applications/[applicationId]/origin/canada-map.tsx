"use client";

import { positionName } from "./fill-positions";
import { fieldId } from "@/components/form/field-id";
import { useTyped } from "@/components/form/typed-context";
import { readMinutes } from "@/lib/forms/coordinates";
import { pointOf, readPosition, type GeoPoint } from "@/lib/forms/position";
import { useFormatter } from "@/lib/i18n/formatter";
import { canada } from "@/lib/reference/map/canada-2026-11-25";
import { placeOf } from "@/lib/reference/map/place";
import { frame, project } from "@/lib/reference/map/projection";

export interface MapWords {
  /** Before there is a point. */
  none: string;
  outside: string;
  /** "… at the edge of {provinces}". */
  near: string;
  /** Where a point is, by province: "On this map, the point is in Nunavut." */
  in: Readonly<Record<string, string>>;
  provinces: Readonly<Record<string, string>>;
}

/** Where in Canada a row's point is, in a drawing and in words, as typed at this moment. */
export function CanadaMap({ row, words }: { row: number; words: MapWords }) {
  const format = useFormatter();
  const typed = useTyped();
  const point = pointIn(typed, row);
  const [x, y] = point ? project(point.north, -point.west) : [NaN, NaN];
  const inFrame = x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
  const caption = fieldId(`origins[${row}].map`);
  return (
    <figure className="map">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-labelledby={caption}
        focusable="false"
      >
        {Object.entries(canada).map(([province, rings]) => (
          <path key={province} d={rings.map((ring) => `M${ring}Z`).join("")} />
        ))}
        {inFrame ? <circle cx={x} cy={y} r="16" /> : null}
      </svg>
      <figcaption id={caption}>
        <output>{sentence(point, words, format.list)}</output>
      </figcaption>
    </figure>
  );
}

/** Where a point is, in words. */
function sentence(
  point: GeoPoint | null,
  words: MapWords,
  list: (items: readonly string[]) => string,
): string {
  if (!point) return words.none;
  const place = placeOf(point.north, -point.west);
  switch (place.kind) {
    case "in":
      return words.in[place.province] ?? words.outside;
    case "near": {
      const names = place.provinces.map((code) => words.provinces[code] ?? code);
      return words.near.replace("{provinces}", list(names));
    }
    case "outside":
      return words.outside;
  }
}

/** The point of a position that was typed whole, or of the degrees and minutes. */
function pointIn(typed: Readonly<Record<string, string>>, row: number) {
  const whole = readPosition(typed[positionName(row)] ?? "");
  if (whole.ok) return pointOf(whole.latitude, whole.longitude);
  const axis = (name: "latitude" | "longitude") => {
    const part = (of: string) => typed[`origins[${row}].${name}.${of}`] ?? "";
    const minutes = readMinutes(part("minutes"), "en");
    return {
      degrees: part("degrees")
        .replace(/[°º]\s*$/u, "")
        .trim(),
      ...(minutes.ok ? { minutes: minutes.value } : {}),
    };
  };
  return pointOf(axis("latitude"), axis("longitude"));
}
