import type { Answers, OriginRow } from "@/lib/applications/answers";

/** The country of origin that the certificate shows (R23; REGS 5(1)(h)); computed, never typed. */
export type DerivedOrigin =
  | { readonly kind: "none" }
  | { readonly kind: "single"; readonly participant: string }
  /** Sorted by code. The certificate says Mixed; the list is kept as data. */
  | { readonly kind: "mixed"; readonly participants: readonly string[] }
  /** One row or more is unknown: the certificate leaves the field blank. */
  | { readonly kind: "unknown" };

interface RegisteredOrigins {
  readonly id: string;
  readonly origins: readonly string[];
}

/** The origins of one row; null when unknown, or not answered yet. */
export function originsOfRow(
  row: OriginRow,
  importCertificates: readonly RegisteredOrigins[],
): readonly string[] | null {
  switch (row.category) {
    case "new_production":
    case "exploration":
      return ["CA"];
    case "previously_imported": {
      const origins = importCertificates.find(({ id }) => id === row.importCertificateId)?.origins;
      return origins && origins.length > 0 ? origins : null;
    }
    case "extraction":
      return row.concentratesFrom === "in_canada" ? ["CA"] : stated(row.statedOrigin);
    case "in_canada_before_2003":
      return stated(row.statedOrigin);
  }
}

const stated = (origin: string | undefined) =>
  origin === undefined || origin === "unknown" ? null : [origin];

export function deriveOrigin(
  rows: readonly OriginRow[],
  importCertificates: readonly RegisteredOrigins[],
): DerivedOrigin {
  if (rows.length === 0) return { kind: "none" };
  const known = new Set<string>();
  for (const row of rows) {
    const origins = originsOfRow(row, importCertificates);
    if (origins === null) return { kind: "unknown" };
    origins.forEach((origin) => known.add(origin));
  }
  const participants = [...known].sort();
  const [only = ""] = participants;
  return participants.length === 1
    ? { kind: "single", participant: only }
    : { kind: "mixed", participants };
}

/** The participants of origin, sorted by code; none while there are no rows or one is unknown. */
export function originOf(facts: {
  readonly answers: Answers;
  readonly importCertificates: readonly RegisteredOrigins[];
}): readonly string[] {
  const derived = deriveOrigin(facts.answers.origin?.origins ?? [], facts.importCertificates);
  switch (derived.kind) {
    case "single":
      return [derived.participant];
    case "mixed":
      return derived.participants;
    case "none":
    case "unknown":
      return [];
  }
}
