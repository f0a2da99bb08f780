import "server-only";
import { readSnapshot } from "@/lib/applications/snapshot";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { deliveryAddress } from "@/lib/certificates/life/delivery-address";
import { done, follow, isDayFrom, refuse, type Followed } from "@/lib/certificates/life/follow";
import { lastOf } from "@/lib/certificates/life/life";
import { now } from "@/lib/clock";
import { record } from "@/lib/events/record";

export interface Dispatch {
  readonly on: string;
  readonly carrier: string;
  readonly tracking?: string | undefined;
}

/** Sends the printed certificate to the address that the application chose; the exporter is told with what. */
export function dispatch(
  viewer: OfficerViewer,
  certificateId: string,
  { on, carrier, tracking }: Dispatch,
): Promise<Followed> {
  return follow(viewer, certificateId, async (tx, { of, possible, issuedOn }) => {
    if (!possible.has("dispatched")) return refuse("notPossible");
    if (!isDayFrom(issuedOn, on)) return refuse("day");
    const { submission } = await tx.certificate.findUniqueOrThrow({
      where: { id: of.certificateId },
      select: { submission: { select: { snapshot: true } } },
    });
    await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "dispatched",
        on: new Date(on),
        carrier,
        tracking: tracking ?? null,
        address: deliveryAddress(readSnapshot(submission.snapshot)).join("\n"),
        actorId: viewer.userId,
        at: now(),
      },
    });
    const data = { on, carrier, tracking: tracking ?? null };
    await record(tx, actorOf(viewer), { kind: "certificate.dispatched", ...of, data });
    return done;
  });
}

/** The paper has reached its addressee, or has come back to the office. */
export function noteArrival(
  viewer: OfficerViewer,
  certificateId: string,
  where: "delivered" | "returned",
  on: string,
): Promise<Followed> {
  return follow(viewer, certificateId, async (tx, { of, steps, possible, issuedOn }) => {
    if (!possible.has(where)) return refuse("notPossible");
    const sentOn = lastOf(steps, "dispatched")?.on ?? issuedOn;
    if (!isDayFrom(sentOn, on)) return refuse("day");
    await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: where,
        on: new Date(on),
        actorId: viewer.userId,
        at: now(),
      },
    });
    await record(tx, actorOf(viewer), { kind: `certificate.${where}`, ...of, data: { on } });
    return done;
  });
}
