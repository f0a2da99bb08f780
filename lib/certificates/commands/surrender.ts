import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { done, follow, refuse, type Followed } from "@/lib/certificates/life/follow";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { now } from "@/lib/clock";
import { record } from "@/lib/events/record";
import { releaseConsumed } from "@/lib/imports/ledger-used";

/** A certificate was given back unused, with its paper: the carats go back to the import certificates. */
export function surrender(
  viewer: OfficerViewer,
  certificateId: string,
  words?: string,
): Promise<Followed> {
  return follow(viewer, certificateId, async (tx, { of, possible }) => {
    if (!possible.has("surrendered")) return refuse("notPossible");
    const by = { actorId: viewer.userId };
    await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "surrendered",
        words: words ? words : null,
        ...by,
        at: now(),
      },
    });
    await releaseConsumed(tx, { ...of, ...by, reason: "neverExported" });
    await afterStandingChange(tx, actorOf(viewer), "surrendered", {
      kind: "certificate.surrendered",
      ...of,
      data: {},
    });
    return done;
  });
}

/**
 * The office knows that the stones of an expired, lost or invalidated certificate never left Canada, and
 * how it knows: their carats go back.
 */
export function recordNeverExported(
  viewer: OfficerViewer,
  certificateId: string,
  reason: string,
): Promise<Followed> {
  return follow(viewer, certificateId, async (tx, { of, possible }) => {
    if (!possible.has("never_exported")) return refuse("notPossible");
    const by = { actorId: viewer.userId };
    await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "never_exported",
        words: reason,
        ...by,
        at: now(),
      },
    });
    await releaseConsumed(tx, { ...of, ...by, reason: "neverExported" });
    const data = { reason };
    await record(tx, actorOf(viewer), { kind: "certificate.neverExported", ...of, data });
    return done;
  });
}
