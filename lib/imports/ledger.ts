import "server-only";
import Decimal from "decimal.js";
import { now } from "@/lib/clock";
import { type Tx, violatedConstraint } from "@/lib/db";
import type { LedgerReason } from "@/lib/imports/statement";
import { isUuid } from "@/lib/row-id";

/*
 * The only writer of the carat ledger, with ledger-used.ts for what certificates have used. An entry moves carats between what is left of an import
 * certificate, what an application holds and what a certificate has used; triggers keep the balances
 * and constraints refuse what would make one negative. Locks are taken in the same order everywhere:
 * the application's row first (by the caller), then import certificates by id, counters last.
 */

/** Carats of one import certificate and their value in US dollars: normalised decimals. */
export interface Draw {
  readonly importCertificateId: string;
  readonly carats: string;
  readonly valueUsd: string;
}

export interface Amount {
  readonly carats: Decimal;
  readonly valueUsd: Decimal;
}

export const nothing: Amount = { carats: new Decimal(0), valueUsd: new Decimal(0) };

/** As an entry bears it. */
export const written = ({ carats, valueUsd }: Amount) => ({
  carats: carats.toFixed(2),
  valueUsd: valueUsd.toFixed(2),
});

interface ByActor {
  readonly applicationId: string;
  readonly actorId: string;
}

/** Opens the account of a certificate in the register, with all that its paper says. */
export async function openAccount(tx: Tx, entry: Draw & Pick<ByActor, "actorId">): Promise<void> {
  await tx.ledgerEntry.create({
    data: { ...entry, kind: "registered", at: now() },
    select: { id: true },
  });
}

/**
 * Locks import certificates against every other movement until the transaction ends. Balances read
 * afterwards stay true. The lock is on the certificate's row because balances cannot be written, so
 * not locked either, by the portal's role.
 */
export async function lockImportCertificates(tx: Tx, ids: readonly string[]): Promise<void> {
  // A draft holds whatever its form was sent; what cannot be an id names nothing.
  const possible = ids.filter(isUuid);
  if (possible.length === 0) return;
  await tx.$queryRaw`
    SELECT id FROM "ImportCertificate" WHERE id = ANY(${possible}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Makes the application hold exactly these carats: reserves what is missing and releases what it
 * holds too much, so that submitting again moves only the difference. The draws of one certificate
 * are added up. Throws what `isOverdrawn` recognises where a certificate has not enough.
 */
export async function reserve(
  tx: Tx,
  { applicationId, actorId, draws }: ByActor & { draws: readonly Draw[] },
): Promise<void> {
  const wanted = new Map<string, Amount>();
  for (const { importCertificateId, carats, valueUsd } of draws) {
    const before = wanted.get(importCertificateId) ?? nothing;
    wanted.set(importCertificateId, {
      carats: before.carats.plus(carats),
      valueUsd: before.valueUsd.plus(valueUsd),
    });
  }
  const held = await lockHolds(tx, applicationId, [...wanted.keys()]);
  // Submitted again: what was reserved before is the reason of what moves now.
  const reason: LedgerReason | null = held.size > 0 ? "adjusted" : null;
  const at = now();
  const ids = [...new Set([...wanted.keys(), ...held.keys()])].sort();
  const entries = ids.flatMap((importCertificateId) => {
    const before = held.get(importCertificateId) ?? nothing;
    const after = wanted.get(importCertificateId) ?? nothing;
    const carats = after.carats.minus(before.carats);
    const valueUsd = after.valueUsd.minus(before.valueUsd);
    if (carats.isZero() && valueUsd.isZero()) return [];
    const less = carats.isNegative();
    const amount = less ? { carats: carats.neg(), valueUsd: valueUsd.neg() } : { carats, valueUsd };
    const kind = less ? ("released" as const) : ("reserved" as const);
    return [{ importCertificateId, kind, ...written(amount), applicationId, actorId, reason, at }];
  });
  await tx.ledgerEntry.createMany({ data: entries });
}

/** Gives back everything that the application holds: cancelled, withdrawn, rejected, pulled back to a draft. */
export async function releaseReserved(
  tx: Tx,
  { applicationId, actorId, reason }: ByActor & { reason: LedgerReason },
): Promise<void> {
  const held = await lockHolds(tx, applicationId, []);
  const at = now();
  await tx.ledgerEntry.createMany({
    data: [...held].map(([importCertificateId, amount]) => ({
      importCertificateId,
      kind: "released" as const,
      ...written(amount),
      applicationId,
      actorId,
      reason,
      at,
    })),
  });
}

/** Turns everything that the application holds into what its certificate has used. */
export async function consumeReserved(
  tx: Tx,
  { applicationId, certificateId, actorId }: ByActor & { certificateId: string },
): Promise<void> {
  const held = await lockHolds(tx, applicationId, []);
  const at = now();
  await tx.ledgerEntry.createMany({
    data: [...held].map(([importCertificateId, amount]) => ({
      importCertificateId,
      kind: "consumed" as const,
      ...written(amount),
      applicationId,
      certificateId,
      actorId,
      at,
    })),
  });
}

/** Enters a correction that another officer has accepted in this transaction. */
export async function enterCorrection(
  tx: Tx,
  { id: correctionId, importCertificateId, ...accepted }: AcceptedCorrection,
): Promise<void> {
  const { proposedById: actorId, decidedById: secondActorId, reason, ...amount } = accepted;
  await tx.ledgerEntry.create({
    data: {
      importCertificateId,
      kind: "corrected",
      ...amount,
      correctionId,
      actorId,
      secondActorId,
      reason,
      at: now(),
    },
  });
}

interface AcceptedCorrection {
  readonly id: string;
  readonly importCertificateId: string;
  readonly carats: string;
  readonly valueUsd: string;
  readonly reason: string;
  readonly proposedById: string;
  readonly decidedById: string;
}

/** Whether a ledger entry was refused because an import certificate has not enough carats left (R16). */
export function isOverdrawn(thrown: unknown): boolean {
  return violatedConstraint(thrown) === "ImportBalance_remaining_not_negative";
}

/**
 * What the application holds now, in the order of the certificates' ids, with those certificates and
 * the others named locked. Only commands that have locked the application change its holds, so the
 * set cannot grow between the two reads.
 */
async function lockHolds(tx: Tx, applicationId: string, others: readonly string[]) {
  const where = { applicationId, reserved: { gt: 0 } };
  const found = await tx.importHold.findMany({ where, select: { importCertificateId: true } });
  const ids = [...found.map((hold) => hold.importCertificateId), ...others];
  if (ids.length === 0) return new Map<string, Amount>();
  await lockImportCertificates(tx, ids);
  const holds = await tx.importHold.findMany({ where, orderBy: { importCertificateId: "asc" } });
  return new Map(
    holds.map((hold): [string, Amount] => [
      hold.importCertificateId,
      {
        carats: new Decimal(hold.reserved.toString()),
        valueUsd: new Decimal(hold.reservedUsd.toString()),
      },
    ]),
  );
}
