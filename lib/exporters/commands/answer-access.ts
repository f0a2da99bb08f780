import "server-only";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { requestsFor } from "@/lib/exporters/access-requests";
import { lockAsOwner } from "@/lib/exporters/hold";
import { beginMandate, dayOf, findInForce, isPast } from "@/lib/exporters/mandates";
import { upTo } from "@/lib/exporters/permissions";
import type { MandateTerms } from "@/lib/exporters/schema-mandates";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

export type AnswerAccessError = "notFound" | "pastDay" | "answered" | "alreadyActs";

/**
 * Answers somebody who asks to act for the profile: on these terms, or not at all (null). The request is
 * their side of the mandate, so that it begins at once. The first answer of any owner ends the request.
 */
export async function answerAccess(
  viewer: ExporterViewer,
  exporterId: string,
  requestId: string,
  terms: MandateTerms | null,
): Promise<Result<void, AnswerAccessError>> {
  if (isPast(terms?.endsOn)) return err("pastDay");
  return transaction(async (tx) => {
    if (!(await lockAsOwner(tx, viewer, exporterId))) return err("notFound");
    const exporter = await tx.exporter.findUniqueOrThrow({ where: { id: exporterId } });
    const request = await tx.accessRequest.findFirst({
      where: { AND: [requestsFor(exporter, viewer.userId), idIs(requestId)] },
      select: { id: true, requesterId: true },
    });
    if (!request) return err("notFound");
    const { count } = await tx.accessRequest.updateMany({
      where: { id: request.id, answeredAt: null },
      data: {
        answeredAt: now(),
        answeredById: viewer.userId,
        accepted: terms !== null,
        exporterId,
      },
    });
    if (count === 0) return err("answered");
    const userId = request.requesterId;
    if (terms) {
      if (await findInForce(tx, exporterId, userId)) return rollBack(err("alreadyActs"));
      const kind = "representative";
      const permissions = upTo(terms.may);
      await beginMandate(tx, {
        exporterId,
        userId,
        kind,
        permissions,
        endsOn: dayOf(terms.endsOn),
      });
    }
    await record(tx, actorOf(viewer), {
      kind: "access.answered",
      exporterId,
      personId: userId,
      data: { requestId: request.id, accepted: terms !== null },
    });
    return ok(undefined);
  });
}
