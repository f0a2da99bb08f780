import { createHash } from "node:crypto";
import type { BookKind } from "@/prisma/generated/enums";

interface DegreesMinutes {
  readonly degrees: string;
  readonly minutes: string;
}

/** What an entry of each kind holds, as `BookEntry.data`: a complete answer of an application. */
export interface BookData {
  readonly consignee: {
    readonly destination: string;
    readonly consignee: {
      readonly name: string;
      readonly addressLines: readonly string[];
      readonly city: string;
      readonly region?: string;
      readonly postalCode?: string;
      readonly country: string;
    };
  };
  readonly facility: { readonly facilityName: string; readonly facilityPlace: string };
  readonly site: {
    readonly facilityName: string;
    readonly facilityPlace: string;
    readonly latitude: DegreesMinutes;
    readonly longitude: DegreesMinutes;
  };
}

/** Something to be kept; its kind says the shape of its data. */
export type Keepable = {
  [K in BookKind]: { readonly kind: K; readonly data: BookData[K] };
}[BookKind];

/** So many of a kind are kept; those not used for longest make room. */
export const mostEntries = 200;

/** The same for the same facts, in whatever order they are written. */
export function fingerprintOf(data: Keepable["data"]): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(data)))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, part]) => [name, sorted(part)]);
}
