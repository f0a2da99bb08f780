import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { hasRole } from "@/lib/reviews/access";
import { claimIn } from "@/lib/reviews/claim-in";
import { waitingFor } from "@/lib/reviews/queue-sql";
import { notAllowed, refuse, type Outcome } from "@/lib/reviews/refusal";
import { isUuid } from "@/lib/row-id";

type Claimed = { readonly applicationId: string };

/**
 * Claims the file that the page promised, or where somebody was faster the next that waits. A file that
 * another officer is just claiming is passed over, so that of many who press at once each gets another one.
 */
export async function claimNext(
  viewer: OfficerViewer,
  promised: string,
): Promise<Outcome<Claimed, "nothingWaits">> {
  if (!hasRole(viewer, "reviewer")) return notAllowed;
  return transaction<Outcome<Claimed, "nothingWaits">>(async (tx) => {
    const applicationId = await lockNext(tx, viewer, promised);
    if (!applicationId) return refuse("nothingWaits");
    const claimed = await claimIn(tx, viewer, applicationId);
    // With the row locked nothing stands in the way any more.
    return claimed.ok ? { ok: true, value: { applicationId } } : rollBack(refuse("nothingWaits"));
  });
}

async function lockNext(tx: Tx, viewer: OfficerViewer, promised: string) {
  const [kept] = isUuid(promised) ? await lock(tx, viewer, promised) : [];
  const [found = kept] = kept ? [] : await lock(tx, viewer);
  return found?.id;
}

const lock = (tx: Tx, viewer: OfficerViewer, only?: string) =>
  tx.$queryRaw<
    { id: string }[]
  >`SELECT a.id ${waitingFor(viewer, only)} FOR UPDATE OF a SKIP LOCKED`;
