import "server-only";
import { randomInt } from "node:crypto";
import { listLength, messages, type Message } from "@/lib/certificates/status/lists";
import type { Tx } from "@/lib/db";

/**
 * Gives a certificate that is about to be issued its place in the status lists: any that is free, so that it
 * says nothing of its number or its day. The certificate's row may follow later in the transaction.
 */
export async function takePlace(tx: Tx, certificateId: string): Promise<number> {
  for (;;) {
    const index = randomInt(listLength);
    const { count } = await tx.certificateStatus.createMany({
      data: { certificateId, index },
      skipDuplicates: true,
    });
    if (count === 1) return index;
    // Taken: by another certificate, or by this one, which keeps the place that it has.
    const own = await tx.certificateStatus.findUnique({ where: { certificateId } });
    if (own) return own.index;
  }
}

/** Replaced or invalidated: for good. The lists say it from the next quarter hour on. */
export async function revoke(tx: Tx, certificateId: string): Promise<void> {
  await tx.certificateStatus.update({ where: { certificateId }, data: { revoked: true } });
}

/** What the second list says of a certificate, likewise. */
export async function setMessage(tx: Tx, certificateId: string, message: Message): Promise<void> {
  const bits = messages.indexOf(message);
  await tx.certificateStatus.update({ where: { certificateId }, data: { message: bits } });
}
