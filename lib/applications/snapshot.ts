import type { Answers } from "@/lib/applications/answers";
import type { DerivedOrigin } from "@/lib/applications/origin";
import type { Reference } from "@/lib/reference/types";
import type { DeclarationKind, DocumentKind } from "@/prisma/generated/enums";

/** The shape below. Snapshots are never rewritten: a reader must know every version ever stored. */
export const snapshotSchemaVersion = 2;

interface NamedPerson {
  /** Null for who signed on paper. */
  readonly userId: string | null;
  readonly name: string;
}

/** Who applies, as the profile was at the submission (REGS 2(a)). */
export interface SubmittedApplicant {
  readonly legalName: string;
  readonly addressLines: readonly string[];
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly businessNumber: string | null;
  /** When residency was attested; an instant. */
  readonly residencyAttestedAt: string;
  /** Who submitted on the applicant's behalf. */
  readonly individual: NamedPerson;
}

export interface SubmittedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** A declaration with its exact words in both languages, who made it, and when. */
export interface SubmittedDeclaration {
  readonly kind: DeclarationKind;
  readonly textVersion: number;
  readonly textEn: string;
  readonly textFr: string;
  readonly by: NamedPerson;
  readonly at: string;
}

/** An application that came on paper: when (a day), and which officer typed it in. */
export interface SubmittedOnPaper {
  readonly receivedOn: string;
  readonly enteredBy: NamedPerson;
}

/** An import certificate that the rows draw on, as the register had it. */
export interface SubmittedImportCertificate {
  readonly id: string;
  readonly issuer: string;
  readonly number: string;
  readonly origins: readonly string[];
}

/** The reference data of the day: its version, and of its rows those that the answers name. */
export interface FrozenReference extends Pick<
  Reference,
  "participants" | "countries" | "mines" | "subheadings"
> {
  /** lib/reference/version.ts, over all rows. */
  readonly version: string;
}

/**
 * Exactly what was submitted: nothing in it follows a later change of the profile, the documents, the
 * register or the wording. Receipts and certificates are functions of it. Instants are ISO in UTC.
 */
export interface Snapshot {
  readonly schemaVersion: typeof snapshotSchemaVersion;
  readonly number: string;
  readonly submissionVersion: number;
  /** The application's version that was on the page: the same press sent twice is recognised by it. */
  readonly applicationVersion: number;
  readonly exporterId: string;
  readonly submittedFrom: "draft" | "returned";
  readonly submittedAt: string;
  /** The day (Ottawa) whose reference data the checks used. */
  readonly referenceDay: string;
  /** Null in what was submitted before it was frozen (schema version 1). */
  readonly reference: FrozenReference | null;
  /** By when the office promised to decide; null as above. */
  readonly promisedBy: string | null;
  readonly applicant: SubmittedApplicant;
  readonly answers: Answers;
  readonly origin: DerivedOrigin;
  readonly totals: { readonly carats: string; readonly usd: string };
  readonly documents: readonly SubmittedDocument[];
  readonly declarations: readonly SubmittedDeclaration[];
  readonly importCertificates: readonly SubmittedImportCertificate[];
  /** Absent where somebody submitted it in the portal. */
  readonly onPaper?: SubmittedOnPaper;
}

/** A stored snapshot. @throws when it is of a shape that this version of the portal does not know */
export function readSnapshot(stored: unknown): Snapshot {
  const { schemaVersion } = stored as { schemaVersion?: unknown };
  switch (schemaVersion) {
    case 1:
      return { ...(stored as Snapshot), reference: null, promisedBy: null };
    case snapshotSchemaVersion:
      return stored as Snapshot;
    default:
      throw new Error(`A submission of schema version ${String(schemaVersion)} is not known.`);
  }
}
