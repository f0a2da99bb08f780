import "server-only";
import Decimal from "decimal.js";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import {
  type Amount,
  consumeReserved,
  type Draw,
  lockImportCertificates,
  nothing,
  reserve,
  written,
} from "@/lib/imports/ledger";
import type { LedgerReason } from "@/lib/imports/statement";

interface OfCertificate {
  readonly applicationId: string;
  readonly certificateId: string;
}

/**
 * Gives back what a certificate has used, once: it was surrendered or replaced; or it was invalidated, lost or has
 * expired, and an officer has recorded that the stones were never exported.
 */
export async function releaseConsumed(
  tx: Tx,
  {
    applicationId,
    certificateId,
    actorId,
    reason,
  }: OfCertificate & {
    actorId: string;
    reason: Extract<LedgerReason, "neverExported" | "replaced">;
  },
): Promise<void> {
  const used = await lockUsed(tx, certificateId);
  const entry = { applicationId, certificateId, actorId, reason, at: now() };
  await tx.ledgerEntry.createMany({
    data: [...used].map(([importCertificateId, amount]) => ({
      ...entry,
      importCertificateId,
      kind: "released" as const,
      ...written(amount),
    })),
  });
}

/** Moves what a certificate has used to the one that replaces it and draws this: given back, held and used in one go. */
export async function moveConsumed(
  tx: Tx,
  {
    from,
    to,
    draws,
    actorId,
  }: { from: OfCertificate; to: OfCertificate; draws: readonly Draw[]; actorId: string },
): Promise<void> {
  const { certificateId, applicationId } = to;
  await releaseConsumed(tx, { ...from, actorId, reason: "replaced" });
  await reserve(tx, { applicationId, actorId, draws });
  await consumeReserved(tx, { applicationId, certificateId, actorId });
}

/** What a certificate has used and not given back, of each import certificate, with those locked. */
async function lockUsed(tx: Tx, certificateId: string) {
  const read = () =>
    tx.ledgerEntry.findMany({
      where: { certificateId },
      select: { importCertificateId: true, kind: true, carats: true, valueUsd: true },
    });
  await lockImportCertificates(
    tx,
    (await read()).map((entry) => entry.importCertificateId),
  );
  const used = new Map<string, Amount>();
  for (const { importCertificateId, kind, ...entry } of await read()) {
    const sign = kind === "consumed" ? 1 : -1;
    const before = used.get(importCertificateId) ?? nothing;
    used.set(importCertificateId, {
      carats: before.carats.plus(new Decimal(entry.carats.toString()).times(sign)),
      valueUsd: before.valueUsd.plus(new Decimal(entry.valueUsd.toString()).times(sign)),
    });
  }
  return new Map([...used].filter(([, { carats }]) => carats.gt(0)).sort());
}
