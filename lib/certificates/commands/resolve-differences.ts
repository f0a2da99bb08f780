import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { done, follow, refuse, type Followed } from "@/lib/certificates/life/follow";
import { now } from "@/lib/clock";
import { record } from "@/lib/events/record";
import { idIs } from "@/lib/row-id";

/** An officer says what became of the differences in the receipt that counts: with whom it was cleared, and how. */
export function resolveDifferences(
  viewer: OfficerViewer,
  certificateId: string,
  receiptId: string,
  note: string,
): Promise<Followed> {
  return follow(viewer, certificateId, async (tx, { of }) => {
    const [newest] = await tx.importReceipt.findMany({
      where: { certificateId: of.certificateId },
      select: { id: true, differences: true, resolution: { select: { receiptId: true } } },
      orderBy: { place: "desc" },
      take: 1,
    });
    const read = await tx.importReceipt.findFirst({ where: idIs(receiptId), select: { id: true } });
    if (!newest || newest.differences.length === 0 || newest.resolution)
      return refuse("notPossible");
    // A correction may have come in since the officer read it.
    if (newest.id !== read?.id) return refuse("seenNewer");
    const by = { resolvedById: viewer.userId, resolvedAt: now() };
    await tx.receiptResolution.create({ data: { receiptId: newest.id, note, ...by } });
    await record(tx, actorOf(viewer), {
      kind: "certificate.differencesResolved",
      ...of,
      data: { receiptId: newest.id, note },
    });
    return done;
  });
}
