import "server-only";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { AccessRequestInput } from "@/lib/exporters/schema-mandates";
import { lockPeople } from "@/lib/people/commands/lock-person";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

const mostOpen = 5;
const mostADay = 5;

/**
 * Asks to act for the business of a number. Nothing here asks whether the portal knows the number, so
 * that nobody learns it from the answer or from its time; the worker finds the owners to tell.
 */
export async function requestAccess(
  viewer: ExporterViewer,
  { businessNumber, reason }: AccessRequestInput,
): Promise<Result<void, "alreadyOpen" | "tooManyOpen" | "tooManyToday">> {
  const requesterId = viewer.userId;
  return transaction(async (tx) => {
    // Presses of one person are counted one after the other.
    await lockPeople(tx, requesterId);
    const at = now();
    const open = await tx.accessRequest.findMany({
      where: { requesterId, answeredAt: null },
      select: { businessNumber: true },
    });
    if (open.some((request) => request.businessNumber === businessNumber))
      return err("alreadyOpen");
    if (open.length >= mostOpen) return err("tooManyOpen");
    const day = new Date(at.getTime() - 86_400_000);
    const lately = await tx.accessRequest.count({ where: { requesterId, createdAt: { gt: day } } });
    if (lately >= mostADay) return err("tooManyToday");
    const { id } = await tx.accessRequest.create({
      data: { requesterId, businessNumber, reason, createdAt: at },
      select: { id: true },
    });
    await record(tx, actorOf(viewer), { kind: "access.requested", data: { requestId: id } });
    return ok(undefined);
  });
}

/** Takes one's own request back, answered by nobody yet. */
export async function withdrawAccessRequest(
  viewer: ExporterViewer,
  requestId: string,
): Promise<Result<void, "notFound">> {
  return transaction(async (tx) => {
    const { count } = await tx.accessRequest.updateMany({
      where: { ...idIs(requestId), requesterId: viewer.userId, answeredAt: null },
      data: { answeredAt: now(), answeredById: viewer.userId, accepted: false },
    });
    if (count === 0) return err("notFound");
    await record(tx, actorOf(viewer), { kind: "access.withdrawn", data: { requestId } });
    return ok(undefined);
  });
}
