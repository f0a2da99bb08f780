import "server-only";
import { randomInt } from "node:crypto";
import { listLength, messages, type End, type Message } from "@/lib/certificates/status/lists";
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

/** No longer in force, for good, and why. The lists say it from the next quarter hour on. */
export async function revoke(tx: Tx, certificateId: string, end: End): Promise<void> {
  const data = { revoked: true, message: messages.indexOf(end) };
  await tx.certificateStatus.update({ where: { certificateId }, data });
}

/** What the second list says of a certificate, likewise. Of one that has ended it goes on saying its end. */
export async function setMessage(
  tx: Tx,
  certificateId: string,
  message: Exclude<Message, End>,
): Promise<void> {
  const where = { certificateId, revoked: false };
  await tx.certificateStatus.updateMany({ where, data: { message: messages.indexOf(message) } });
}

/** A shipment has come in under it; of one that is lost, stolen or has ended, the list goes on saying that. */
export async function setReceived(tx: Tx, certificateId: string): Promise<void> {
  const where = { certificateId, revoked: false, message: messages.indexOf("live") };
  const data = { message: messages.indexOf("received") };
  await tx.certificateStatus.updateMany({ where, data });
}
