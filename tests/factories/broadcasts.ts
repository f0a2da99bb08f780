import { randomUUID } from "node:crypto";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { planBroadcast } from "@/lib/broadcasts/commands/plan";
import type { NewBroadcast } from "@/lib/broadcasts/schema";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";

const day = 86_400_000;

/** An announcement to everybody that shows from now on for a day. */
export function announcement(changes: Partial<NewBroadcast> = {}): NewBroadcast {
  const at = now().getTime();
  return {
    titleEn: "The Office is closed on December 25",
    titleFr: "Le Bureau est fermé le 25 décembre",
    textEn: "Nothing is issued on that day.\nThe portal stays open.",
    textFr: "Rien n’est délivré ce jour-là.\nLe portail reste ouvert.",
    urgent: false,
    everybody: true,
    numbers: [],
    shownFrom: new Date(at - 1000),
    shownUntil: new Date(at + day),
    ...changes,
  };
}

/** The same, planned by an administrator. */
export async function newBroadcast(
  administrator: OfficerViewer,
  changes: Partial<NewBroadcast> = {},
): Promise<string> {
  const planned = await planBroadcast(administrator, randomUUID(), announcement(changes));
  if (!planned.ok) throw new Error(planned.error);
  return planned.value.broadcastId;
}

/** The event by which its readers are told, once it is published. */
export async function publishedEvent(broadcastId: string): Promise<bigint | null> {
  const event = await db().event.findFirst({
    where: { kind: "broadcast.published", data: { path: ["broadcastId"], equals: broadcastId } },
    select: { id: true },
  });
  return event?.id ?? null;
}
