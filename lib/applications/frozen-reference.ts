import type { Answers } from "@/lib/applications/answers";
import type { DerivedOrigin } from "@/lib/applications/origin";
import type { FrozenReference } from "@/lib/applications/snapshot";
import type { Reference } from "@/lib/reference/types";
import { referenceVersion } from "@/lib/reference/version";

interface Named {
  readonly answers: Answers;
  readonly origin: DerivedOrigin;
  readonly importCertificates: readonly {
    readonly issuer: string;
    readonly origins: readonly string[];
  }[];
}

/** Of the day's reference data what a submission names, so that it reads the same on any later day. */
export function frozenReference(reference: Reference, submitted: Named): FrozenReference {
  const { answers, origin, importCertificates } = submitted;
  const rows = answers.origin?.origins ?? [];
  const places = new Set([
    answers.consignee?.destination,
    answers.consignee?.consignee?.country,
    answers.applicant?.exporter?.country,
    ...rows.map((row) => ("statedOrigin" in row ? row.statedOrigin : undefined)),
    ...(origin.kind === "single" ? [origin.participant] : []),
    ...(origin.kind === "mixed" ? origin.participants : []),
    ...importCertificates.flatMap((certificate) => [certificate.issuer, ...certificate.origins]),
  ]);
  const mines = new Set(rows.map((row) => ("mine" in row ? row.mine : undefined)));
  const subheadings = new Set(answers.goods?.hsLines?.map((line) => line.subheading));
  const among = (codes: ReadonlySet<string | undefined>) => (row: { readonly code: string }) =>
    codes.has(row.code);
  return {
    version: referenceVersion(reference),
    participants: reference.participants.filter(among(places)),
    countries: reference.countries.filter(among(places)),
    mines: reference.mines.filter(among(mines)),
    subheadings: reference.subheadings.filter(among(subheadings)),
  };
}
