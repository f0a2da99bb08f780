import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { Facts } from "@/lib/applications/rules/rule";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import {
  certificateFacts,
  fits,
  type CertificateFacts,
  type Signatory,
} from "@/lib/certificates/record/facts";
import { db, type Db } from "@/lib/db";
import { visibleTo } from "@/lib/certificates/access";
import type { CheckAnswer } from "@/lib/certificates/check-answer";
import { parseCheckCode } from "@/lib/certificates/record/check-code";
import { standingOf } from "@/lib/certificates/life/life";
import { parseCertificateNumber, SPECIMEN_NUMBER } from "@/lib/certificates/record/number";
import { certificateRecord } from "@/lib/certificates/record/record";
import { env } from "@/lib/env";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import { storeNamed } from "@/lib/storage/stores";

/** A certificate with its frozen facts and where its paper stands, or null. */
export async function findCertificate(viewer: Viewer, certificateId: string) {
  const found = await db().certificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(certificateId)] },
    select: {
      id: true,
      number: true,
      record: true,
      checkCode: true,
      issuedOn: true,
      expiresOn: true,
      expiresAt: true,
      issuedAt: true,
      issuedBy: named,
      application: { select: { id: true, number: true, exporterId: true } },
      document: { select: { size: true, sha256: true, renderedAt: true } },
      sealed: { select: { certificateId: true } },
      decision: {
        select: { recommendation: { select: { recommendedAt: true, recommendedBy: named } } },
      },
    },
  });
  if (!found) return null;
  const { record, decision, issuedBy, issuedOn, expiresOn, checkCode, sealed, ...certificate } =
    found;
  const { recommendation } = decision;
  return {
    ...certificate,
    record: certificateRecord.parse(record),
    checkCode: `${checkCode.slice(0, 4)}-${checkCode.slice(4)}`,
    issuedOn: isoDate(issuedOn),
    expiresOn: isoDate(expiresOn),
    expired: found.expiresAt <= now(),
    issuedBy: fullName(issuedBy),
    /** Not where it is older than the seal. */
    hasCredential: sealed !== null,
    /** Who advised stays inside the office. */
    recommended:
      viewer.kind === "officer"
        ? { by: fullName(recommendation.recommendedBy), at: recommendation.recommendedAt }
        : null,
    /** How often its PDF could not be made, or its code not be read back from the page; the office's to know. */
    failedRenderings:
      viewer.kind === "officer" && !found.document ? await countFailedRenderings(found.id) : 0,
  };
}

/** What the worker says of its attempts. */
async function countFailedRenderings(certificateId: string): Promise<number> {
  const [job] = await db().$queryRaw<{ attempts: number }[]>`
    SELECT attempts FROM graphile_worker.jobs
     WHERE key = ${`certificate ${certificateId}`} AND last_error IS NOT NULL`;
  return job?.attempts ?? 0;
}

/** A certificate's credential as it was signed; null where there is none or it is none of theirs. */
export async function findCredential(viewer: Viewer, certificateId: string) {
  const found = await db().certificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(certificateId)] },
    select: { number: true, sealed: { select: { credential: true } } },
  });
  if (!found?.sealed) return null;
  return { name: `${found.number}.jwt`, credential: found.sealed.credential };
}

/** The bytes of a certificate's PDF, or null while it is being prepared or is none of theirs. */
export async function openCertificateDocument(viewer: Viewer, certificateId: string) {
  const found = await db().certificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(certificateId)] },
    select: { number: true, document: { select: { store: true, key: true, size: true } } },
  });
  if (!found?.document) return null;
  const { store, key, size } = found.document;
  return { name: `${found.number}.pdf`, size, stream: await storeNamed(store).read(key) };
}

/** The officer as the person who validates a certificate, with the titles of today. */
export async function getSignatory(reader: Db, { userId }: OfficerViewer): Promise<Signatory> {
  const { title, titleFr, ...name } = await reader.user.findUniqueOrThrow({
    where: { id: userId },
    select: { firstName: true, lastName: true, title: true, titleFr: true },
  });
  return { id: userId, name: fullName(name), titleEn: title, titleFr };
}

/** What a certificate would say if this officer issued it now; null where it does not fit on one. */
export async function findToPrint(
  viewer: OfficerViewer,
  facts: Facts,
): Promise<CertificateFacts | null> {
  const toPrint = certificateFacts(facts, await getSignatory(db(), viewer), todayInOttawa());
  return toPrint && (await fits(toPrint, env().PORTAL_URL)) ? toPrint : null;
}

/**
 * The public check by number and code (rule R40): one word and nothing else. A wrong code, an
 * unknown number and what cannot be either get the same answer by the same work.
 */
export async function checkCertificate(number: string, code: string): Promise<CheckAnswer> {
  const askedNumber = parseCertificateNumber(number) ?? SPECIMEN_NUMBER;
  const askedCode = parseCheckCode(code)?.replace("-", "") ?? "--------";
  const found = await db().certificate.findUnique({
    where: { number: askedNumber },
    select: { checkCode: true, expiresAt: true },
  });
  // Asked for by the number, not through the row: an unknown number costs the same statements.
  const steps = await db().certificateStep.findMany({
    where: { certificate: { number: askedNumber } },
    select: { kind: true },
  });
  const kept = Buffer.from(found?.checkCode ?? "        ", "utf8");
  const matches = timingSafeEqual(Buffer.from(askedCode, "utf8"), kept);
  if (!found || !matches) return "noMatch";
  const { expiresAt } = found;
  const standing = standingOf(steps, expiresAt, now());
  // Whether a shipment has left is nobody's business but the importing authority's.
  if (standing === "live" || standing === "exported")
    return expiresAt <= now() ? "expired" : "valid";
  return standing === "confirmed" ? "received" : standing;
}
