import { frozenReference } from "@/lib/applications/frozen-reference";
import { deriveOrigin } from "@/lib/applications/origin";
import type { Facts } from "@/lib/applications/rules/rule";
import {
  snapshotSchemaVersion,
  type Snapshot,
  type SubmittedApplicant,
  type SubmittedDocument,
  type SubmittedOnPaper,
} from "@/lib/applications/snapshot";
import { totalsOf } from "@/lib/applications/totals";
import type { Prisma } from "@/prisma/generated/client";
import type { DeclarationKind } from "@/prisma/generated/enums";

interface Submitted {
  facts: Facts;
  number: string;
  submissionVersion: number;
  applicationVersion: number;
  submittedFrom: "draft" | "returned";
  at: Date;
  promisedBy: Date;
  /** Who declares: the person who presses, or who signed on paper. */
  by: { userId: string | null; name: string };
  onPaper?: SubmittedOnPaper;
  exporter: Omit<SubmittedApplicant, "individual" | "residencyAttestedAt"> & {
    residencyAttestedAt: Date;
  };
  documents: readonly SubmittedDocument[];
  words: readonly { kind: DeclarationKind; textVersion: number; textEn: string; textFr: string }[];
}

/** What the rules and the snapshot need of the documents. */
export const documentsToSubmit = {
  where: { removedAt: null },
  select: {
    ...{ id: true, kind: true, name: true, mediaType: true, size: true, sha256: true },
    scan: true,
  },
  orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
} as const satisfies Prisma.Application$documentsArgs;

/** The snapshot of what the rules have just accepted. */
export function freeze(submitted: Submitted): Snapshot {
  const { facts, at, by, exporter, documents, words, promisedBy, ...rest } = submitted;
  const { answers, importCertificates, declarations } = facts;
  const rows = answers.origin?.origins ?? [];
  const { carats, usd } = totalsOf(rows);
  const origin = deriveOrigin(rows, importCertificates);
  const declared = (kind: DeclarationKind, version: number) =>
    declarations.some((d) => d.kind === kind && d.textVersion === version);
  return {
    schemaVersion: snapshotSchemaVersion,
    ...rest,
    exporterId: facts.exporterId,
    submittedAt: at.toISOString(),
    referenceDay: facts.today,
    reference: frozenReference(facts.reference, { answers, origin, importCertificates }),
    promisedBy: promisedBy.toISOString(),
    applicant: {
      ...exporter,
      residencyAttestedAt: exporter.residencyAttestedAt.toISOString(),
      individual: by,
    },
    answers,
    origin,
    totals: { carats, usd },
    // Whatever else was read of them may change.
    documents: documents.map(({ id, kind, name, mediaType, size, sha256 }) => {
      return { id, kind, name, mediaType, size, sha256 };
    }),
    declarations: words
      .filter((text) => declared(text.kind, text.textVersion))
      .map((text) => ({ ...text, by, at: at.toISOString() })),
    importCertificates: importCertificates.map(({ id, issuer, number, origins }) => ({
      id,
      issuer,
      number,
      origins,
    })),
  };
}
