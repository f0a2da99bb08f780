import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { err, ok, type Result } from "@/lib/result";
import { currentTerms } from "@/lib/texts/queries";

/** Accepts the terms that the viewer has read: those in force, not a version published meanwhile. */
export async function acceptTerms(
  viewer: Viewer,
  version: number,
): Promise<Result<void, "changedMeanwhile">> {
  const terms = await currentTerms();
  if (terms?.version !== version) return err("changedMeanwhile");
  return transaction(async (tx) => {
    await tx.termsAcceptance.create({
      data: { userId: viewer.userId, version, acceptedAt: now() },
    });
    await record(tx, actorOf(viewer), { kind: "terms.accepted", data: { version } });
    return ok(undefined);
  });
}
