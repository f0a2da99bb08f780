import "server-only";
import type { Tx } from "@/lib/db";
import { fingerprintOf, mostEntries, type Keepable } from "@/lib/exporters/book";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Keeps what a profile has just used, each once, in the transaction that used it. The oldest of a kind
 * make room once there are too many.
 */
export async function keepInBook(
  tx: Tx,
  exporterId: string,
  used: readonly Keepable[],
  at: Date,
): Promise<void> {
  const entries = used
    .map(({ kind, data }) => ({ kind, data, fingerprint: fingerprintOf(data) }))
    // In one order for everybody, so that two submissions never wait for each other.
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  for (const { kind, data, fingerprint } of entries) {
    await tx.bookEntry.upsert({
      where: { exporterId_kind_fingerprint: { exporterId, kind, fingerprint } },
      create: {
        exporterId,
        kind,
        data: data as unknown as Prisma.InputJsonObject,
        fingerprint,
        usedAt: at,
      },
      update: { usedAt: at },
    });
  }
  for (const kind of new Set(entries.map((entry) => entry.kind))) {
    const surplus = await tx.bookEntry.findMany({
      where: { exporterId, kind },
      orderBy: [{ usedAt: "desc" }, { id: "desc" }],
      skip: mostEntries,
      select: { id: true },
    });
    await tx.bookEntry.deleteMany({ where: { id: { in: surplus.map(({ id }) => id) } } });
  }
}
