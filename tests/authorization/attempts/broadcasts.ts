import { randomUUID } from "node:crypto";
import { hideBroadcast } from "@/lib/broadcasts/commands/hide";
import { planBroadcast } from "@/lib/broadcasts/commands/plan";
import { takeBack } from "@/lib/broadcasts/commands/take-back";
import { bannersFor, findBroadcast, listBroadcasts } from "@/lib/broadcasts/queries";
import { announcement } from "@/tests/factories/broadcasts";
import { about, asOfficer, type Attempt } from "./attempt";

/** Announcements, of the office to exporters. */
export const broadcasts = {
  "broadcasts/commands/plan.ts planBroadcast": asOfficer((viewer) =>
    planBroadcast(viewer, randomUUID(), announcement()),
  ),
  "broadcasts/commands/take-back.ts takeBack": asOfficer((viewer, { broadcastId }) =>
    takeBack(viewer, broadcastId),
  ),
  "broadcasts/commands/hide.ts hideBroadcast": (viewer, { broadcastId }) =>
    hideBroadcast(viewer, broadcastId),
  "broadcasts/queries.ts listBroadcasts": asOfficer(async (viewer, { broadcastId }) =>
    about(await listBroadcasts(viewer), ({ id }) => id === broadcastId),
  ),
  "broadcasts/queries.ts findBroadcast": asOfficer((viewer, { broadcastId }) =>
    findBroadcast(viewer, broadcastId),
  ),
  "broadcasts/queries.ts bannersFor": async (viewer, { broadcastId }) =>
    about(await bannersFor(viewer, "en"), ({ id }) => id === broadcastId),
} satisfies Record<string, Attempt>;
