import { newBroadcast } from "@/tests/factories/broadcasts";
import { newOfficer } from "@/tests/factories/people";
import type { Make } from "./records";

export interface BroadcastIds {
  readonly broadcastId: string;
}

export const broadcastNamed = (id: string): BroadcastIds => ({ broadcastId: id });

/** What an administrator says to exporters. */
export const ofBroadcasts = {
  // To the exporter alone, and shown now.
  async broadcast(world, side) {
    const numbers = [world.businessNumbers[side]];
    const to = { everybody: false, numbers };
    return { broadcastId: await newBroadcast(await newOfficer("administrator"), to) };
  },
} satisfies Record<string, Make>;
