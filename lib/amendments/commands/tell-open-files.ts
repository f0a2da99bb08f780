import "server-only";
import { findAffected } from "@/lib/amendments/queries/affected";
import { isoDate } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { record, type Actor } from "@/lib/events/record";

/** Says to every open application that feels a change that it does; who is told of it is decided elsewhere. */
export async function tellOpenFiles(tx: Tx, actor: Actor, changeId: string): Promise<void> {
  const { kind, effectiveFrom, rows } = await tx.referenceChange.findUniqueOrThrow({
    where: { id: changeId },
    select: { kind: true, effectiveFrom: true, rows: { select: { before: true, after: true } } },
  });
  for (const { id: applicationId, exporterId } of await findAffected(kind, rows, tx)) {
    const data = { changeId, referenceKind: kind, from: isoDate(effectiveFrom) };
    const event = {
      kind: "application.referenceChanged",
      applicationId,
      exporterId,
      data,
    } as const;
    await record(tx, actor, event);
  }
}
