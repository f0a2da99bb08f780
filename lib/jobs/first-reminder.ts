import "server-only";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";

/**
 * Notes that this was said of a record for this day, in the transaction that says it. False where it has been:
 * whoever asks at the same moment waits for the one before.
 */
export async function isFirst(
  tx: Tx,
  kind: string,
  recordId: string,
  period: string,
): Promise<boolean> {
  const { count } = await tx.reminder.createMany({
    data: [{ kind, recordId, period, at: now() }],
    skipDuplicates: true,
  });
  return count > 0;
}
