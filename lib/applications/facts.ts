import "server-only";
import type { Answers, DocumentFact } from "@/lib/applications/answers";
import { listPriceHistory, listSameFigures } from "@/lib/applications/earlier";
import { normaliseSeal } from "@/lib/applications/seals";
import type { DeclarationFact, Facts } from "@/lib/applications/rules/rule";
import type { Snapshot } from "@/lib/applications/snapshot";
import { now } from "@/lib/clock";
import type { Db } from "@/lib/db";
import type { Draw } from "@/lib/imports/ledger";
import { getImportCertificates } from "@/lib/imports/queries/balances";
import { getReference, listDeclarationTexts } from "@/lib/reference/queries";

/** What the rules judge: an application as it stands, or as it was submitted. */
export interface Subject {
  readonly applicationId: string;
  readonly exporterId: string;
  readonly applicant: {
    readonly legalName: string;
    readonly addressLines: readonly string[];
    readonly city: string;
    readonly province: string;
    readonly postalCode: string;
  };
  readonly answers: Answers;
  readonly documents: readonly DocumentFact[];
  /** Made on exactly these answers and documents. */
  readonly declarations: readonly DeclarationFact[];
  /** An officer types it in from paper. */
  readonly onPaper?: boolean;
}

/** What was submitted, to be judged again on a later day. */
export function submittedSubject(applicationId: string, snapshot: Snapshot): Subject {
  const { exporterId, applicant, answers, documents, declarations } = snapshot;
  const onPaper = snapshot.onPaper !== undefined;
  return { applicationId, exporterId, applicant, answers, documents, declarations, onPaper };
}

/**
 * Everything the rules may look at, on a day (ISO, Ottawa): reference data, the import certificates
 * that the rows name with what this application may draw, the seals of live certificates, and what was
 * sent before. Exact only inside a transaction that has locked those import certificates.
 */
export async function gatherFacts(reader: Db, subject: Subject, today: string): Promise<Facts> {
  const { applicationId, exporterId, applicant, answers, documents, declarations } = subject;
  const { onPaper = false } = subject;
  const reference = await getReference(today, reader);
  const texts = await listDeclarationTexts(today, reader);
  const ids = certificatesNamed(answers);
  return {
    today,
    exporterId,
    answers,
    // A profile is registered with a Canadian address and its owner's attestation or not at all.
    applicant: {
      name: applicant.legalName,
      addressLines: applicant.addressLines,
      city: applicant.city,
      province: applicant.province,
      postalCode: applicant.postalCode,
      country: "CA",
      residencyAttested: true,
    },
    reference,
    importCertificates:
      ids.length > 0 ? await getImportCertificates(reader, ids, applicationId) : [],
    liveSeals: await listLiveSeals(reader, applicationId, answers.goods?.seals ?? []),
    priceHistory: await listPriceHistory(reader, subject, today),
    sameFigures: await listSameFigures(reader, subject, today),
    documents,
    declarations,
    onPaper,
    declarationTexts: texts,
  };
}

/** A certificate is named before its row says how much it draws. */
function certificatesNamed({ origin }: Answers): string[] {
  return (origin?.origins ?? []).flatMap((row) =>
    row.category === "previously_imported" && row.importCertificateId
      ? [row.importCertificateId]
      : [],
  );
}

/** What the rows draw from import certificates; a row that is not complete draws nothing. */
export function drawsOf({ origin }: Answers): Draw[] {
  return (origin?.origins ?? []).flatMap((row) => {
    if (row.category !== "previously_imported") return [];
    const { importCertificateId, carats, usd } = row;
    return importCertificateId && carats
      ? [{ importCertificateId, carats, valueUsd: usd ?? "0" }]
      : [];
  });
}

/**
 * Which of these seals are on a certificate of another application that is still valid (R22). They
 * are kept as `normaliseSeal` writes them, so that "TOR 8891" is found as TOR-8891.
 */
async function listLiveSeals(reader: Db, applicationId: string, seals: readonly string[]) {
  if (seals.length === 0) return [];
  const used = await reader.certificateSeal.findMany({
    where: {
      seal: { in: seals.map(normaliseSeal) },
      certificate: {
        applicationId: { not: applicationId },
        expiresAt: { gt: now() },
        replacements: { none: { id: applicationId } },
        steps: { none: { kind: { in: ["replaced", "invalidated", "surrendered"] } } },
      },
    },
    select: { seal: true, certificate: { select: { number: true } } },
  });
  return used.map(({ seal, certificate }) => ({ seal, certificate: certificate.number }));
}
