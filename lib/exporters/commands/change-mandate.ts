import "server-only";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockAsOwner } from "@/lib/exporters/hold";
import { dayOf, isPast } from "@/lib/exporters/mandates";
import { upTo } from "@/lib/exporters/permissions";
import type { MandateTerms } from "@/lib/exporters/schema-mandates";
import { inForce } from "@/lib/people/mandate";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/**
 * Changes what a representative may do, from now on. `before` is what the page showed: of two owners who
 * change at once, the second is told. An owner's mandate does not change, it ends.
 */
export async function changeMandate(
  viewer: ExporterViewer,
  exporterId: string,
  mandateId: string,
  terms: MandateTerms,
  before: MandateTerms,
): Promise<Result<void, "notFound" | "pastDay" | "changedMeanwhile">> {
  if (isPast(terms.endsOn)) return err("pastDay");
  return transaction(async (tx) => {
    if (!(await lockAsOwner(tx, viewer, exporterId))) return err("notFound");
    const mandate = await tx.mandate.findFirst({
      where: { AND: [idIs(mandateId), inForce(), { exporterId, kind: "representative" }] },
      select: { id: true, userId: true },
    });
    if (!mandate) return err("notFound");
    const permissions = upTo(terms.may);
    const { count } = await tx.mandate.updateMany({
      where: {
        id: mandate.id,
        permissions: { equals: upTo(before.may) },
        endsOn: dayOf(before.endsOn),
      },
      data: { permissions, endsOn: dayOf(terms.endsOn) },
    });
    if (count === 0) return err("changedMeanwhile");
    await record(tx, actorOf(viewer), {
      kind: "mandate.changed",
      exporterId,
      personId: mandate.userId,
      data: { mandateId: mandate.id, permissions, endsOn: terms.endsOn ?? null },
    });
    return ok(undefined);
  });
}
