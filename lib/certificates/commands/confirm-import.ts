import "server-only";
import { timingSafeEqual } from "node:crypto";
import Decimal from "decimal.js";
import { hashOfToken } from "@/lib/auth/link-token";
import { parseCheckCode } from "@/lib/certificates/record/check-code";
import { signerFor } from "@/lib/certificates/keys/signer-for";
import { standingOf } from "@/lib/certificates/life/life";
import { receiptClaims } from "@/lib/certificates/receipt/claims";
import { differencesOf } from "@/lib/certificates/receipt/differences";
import { readReceipt, saysTheSame, type ReceiptFacts } from "@/lib/certificates/receipt/facts";
import { certificateRecord } from "@/lib/certificates/record/record";
import type { ConfirmedImport } from "@/lib/certificates/receipt/schema";
import { sha256 } from "@/lib/certificates/seal/bytes";
import { shortKidOf } from "@/lib/certificates/seal/thumbprint";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { signReceipt } from "@/lib/certificates/credential/vc-jwt";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { lockCertificate } from "@/lib/documents/report-matter";
import { env } from "@/lib/env";
import { err, ok, type Result } from "@/lib/result";

/** Wrong codes after which a link is good no more; an officer can send another. */
export const mostWrongCodes = 10;
/** Confirmations of one certificate, corrections among them: more are for the telephone. */
export const mostReceipts = 5;

type ConfirmError = "noMatch" | "day" | "tooMany" | "cannotSign";

export interface Receipt {
  readonly id: string;
  readonly facts: ReceiptFacts;
  readonly signed: string;
  readonly at: Date;
}

/**
 * The importing authority confirms an import: whoever has the link that was mailed to it and the check code of the
 * paper. Said again, it gets the same receipt; said otherwise, a new one that corrects the one before, because what a
 * shipment held is its to say: the office sees both. An unknown link, an expired one, a spent one and a wrong code
 * have one answer, by the same statements. Receipt, step, status, entry of the log and event are one transaction.
 */
export function confirmImport(
  token: string,
  said: ConfirmedImport,
): Promise<Result<Receipt, ConfirmError>> {
  return transaction(async (tx) => {
    const link = await lockLink(tx, token);
    if (!matches(said.code, link?.checkCode) || !link) {
      await countWrongCode(tx, link?.id);
      return err("noMatch");
    }
    const { certificateId } = link;
    await lockCertificate(tx, { certificateId });
    // Another link may have been sent while this one waited.
    if (!(await lockLink(tx, token))) return err("noMatch");
    const certificate = await read(tx, certificateId);
    const frozen = certificateRecord.parse(certificate.record);
    const { receivedOn, parcels, subheadings, seals: sealsIntact, remarks, name, role } = said;
    const facts: ReceiptFacts = {
      schemaVersion: 1,
      number: certificate.number,
      participant: frozen.destination.code,
      authority: link.authority,
      receivedOn,
      parcels,
      subheadings,
      remarks,
      name,
      role,
      carats: new Decimal(said.carats).toFixed(2),
      usd: new Decimal(said.usd).toFixed(2),
      sealsIntact,
    };
    const last = certificate.receipts.at(-1);
    if (last && saysTheSame(readReceipt(last.facts), facts)) {
      return ok({ ...last, facts: readReceipt(last.facts) });
    }
    if (said.receivedOn < isoDate(certificate.issuedOn) || said.receivedOn > latestToday()) {
      return err("day");
    }
    if (certificate.receipts.length >= mostReceipts) return err("tooMany");
    return keep(tx, { link, certificate, facts, frozen });
  });
}

/** It may be tomorrow already where the shipment has arrived. */
const latestToday = () => isoDate(new Date(now().getTime() + 14 * 3_600_000));

interface Link {
  readonly id: string;
  readonly certificateId: string;
  readonly authority: string;
  readonly checkCode: string;
}

/** The link as long as it is good: nobody else tries a code on it meanwhile. */
async function lockLink(tx: Tx, token: string): Promise<Link | undefined> {
  const [link] = await tx.$queryRaw<Link[]>`
    SELECT l.id, l."certificateId", l.authority, c."checkCode"
      FROM "ConfirmationLink" l JOIN "Certificate" c ON c.id = l."certificateId"
     WHERE l."tokenHash" = ${hashOfToken(token)} AND l."expiresAt" > ${now()}
       AND l."wrongCodes" < ${mostWrongCodes}
       AND NOT EXISTS (SELECT 1 FROM "ConfirmationLink" n
                        WHERE n."certificateId" = l."certificateId" AND n.place > l.place)
       FOR UPDATE OF l`;
  return link;
}

function matches(code: string, kept = "        "): boolean {
  const asked = parseCheckCode(code)?.replace("-", "") ?? "--------";
  return timingSafeEqual(Buffer.from(asked, "utf8"), Buffer.from(kept, "utf8"));
}

async function countWrongCode(tx: Tx, linkId = "00000000-0000-0000-0000-000000000000") {
  const data = { wrongCodes: { increment: 1 } };
  await tx.confirmationLink.updateMany({ where: { id: linkId }, data });
}

async function read(tx: Tx, certificateId: string) {
  return tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: {
      number: true,
      record: true,
      issuedOn: true,
      expiresAt: true,
      applicationId: true,
      application: { select: { exporterId: true } },
      sealed: { select: { sealSha256: true } },
      steps: { select: { kind: true }, orderBy: { id: "asc" } },
      receipts: {
        select: { id: true, facts: true, signed: true, at: true },
        orderBy: { place: "asc" },
      },
    },
  });
}

interface ToKeep {
  readonly link: Link;
  readonly certificate: Awaited<ReturnType<typeof read>>;
  readonly facts: ReceiptFacts;
  readonly frozen: ReturnType<typeof certificateRecord.parse>;
}

async function keep(tx: Tx, { link, certificate, facts, frozen }: ToKeep) {
  const { certificateId } = link;
  const at = now();
  const standing = standingOf(certificate.steps, certificate.expiresAt, at);
  const tolerance = env().IMPORT_TOLERANCE_CARATS;
  const differences = differencesOf(facts, { record: frozen, standing, tolerance });
  const id = crypto.randomUUID();
  const last = certificate.receipts.at(-1);
  const { authority, name, role, receivedOn, remarks } = facts;
  const claims = receiptClaims(env().PORTAL_URL, {
    id,
    at,
    certificate: {
      number: certificate.number,
      issuer: "CA",
      issued: frozen.issued,
      seal: certificate.sealed?.sealSha256,
    },
    received: {
      by: facts.participant,
      on: receivedOn,
      parcels: facts.parcels,
      carats: facts.carats,
      usd: facts.usd,
      hs: facts.subheadings,
      sealsIntact: facts.sealsIntact,
      ...(remarks === null ? {} : { remarks }),
    },
    confirmedBy: { authority, name, role },
    differs: differences,
    supersedes: last?.id,
  });
  const signer = await signerFor(tx, "credential", todayInOttawa());
  const signed = signer.ok ? await signReceipt(claims, signer.value) : signer;
  if (!signer.ok || !signed.ok) return rollBack(err("cannotSign"));
  const signedSha256 = await sha256(Uint8Array.from(Buffer.from(signed.value, "utf8")));
  await tx.importReceipt.create({
    data: {
      id,
      certificateId,
      linkId: link.id,
      place: certificate.receipts.length + 1,
      facts,
      differences,
      signed: signed.value,
      signedSha256,
      kid: shortKidOf(signer.value.kid),
      at,
    },
  });
  await tx.certificateStep.create({
    data: {
      certificateId,
      kind: "import_confirmed",
      on: new Date(receivedOn),
      receiptId: id,
      at,
    },
  });
  const event = {
    kind: "certificate.importConfirmed",
    certificateId,
    applicationId: certificate.applicationId,
    exporterId: certificate.application.exporterId,
    data: { receiptId: id, on: receivedOn, authority, differences, corrects: last !== undefined },
  } as const;
  await afterStandingChange(tx, { system: true }, "confirmed", event, signedSha256);
  return ok({ id, facts, signed: signed.value, at });
}
