import "server-only";
import Decimal from "decimal.js";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { type Amount, lockImportCertificates, nothing, written } from "@/lib/imports/ledger";
import type { LedgerReason } from "@/lib/imports/statement";

interface OfCertificate {
  readonly applicationId: string;
  readonly certificateId: string;
}

/**
 * Gives back what a certificate has used, once: it was invalidated, surrendered or has expired, and an
 * officer has recorded that the stones were never exported.
 */
export async function releaseConsumed(
  tx: Tx,
  { applicationId, certificateId, actorId }: OfCertificate & { actorId: string },
): Promise<void> {
  const used = await lockUsed(tx, certificateId);
  const entry = { applicationId, certificateId, actorId, at: now() };
  await tx.ledgerEntry.createMany({
    data: [...used].map(([importCertificateId, amount]) => ({
      ...entry,
      importCertificateId,
      kind: "released" as const,
      ...written(amount),
      reason: "neverExported" satisfies LedgerReason,
    })),
  });
}

/** Moves what a certificate has used to the one that replaces it: given back, held and used in one go. */
export async function moveConsumed(
  tx: Tx,
  { from, to, actorId }: { from: OfCertificate; to: OfCertificate; actorId: string },
): Promise<void> {
  const used = await lockUsed(tx, from.certificateId);
  const common = { actorId, at: now(), reason: "replaced" satisfies LedgerReason };
  await tx.ledgerEntry.createMany({
    data: [...used].flatMap(([importCertificateId, amount]) => {
      const entry = { ...common, importCertificateId, ...written(amount) };
      return [
        { ...entry, ...from, kind: "released" as const },
        { ...entry, applicationId: to.applicationId, kind: "reserved" as const },
        { ...entry, ...to, kind: "consumed" as const },
      ];
    }),
  });
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
