import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import type { Preferences } from "@/lib/notices/schema";
import { allNoticeTypes, channelsFor, noticeTypes, type NoticeType } from "@/lib/notices/types";
import { writeLanguage } from "@/lib/people/commands/change-details";
import { err, ok, type Result } from "@/lib/result";
import type { NoticeChannel } from "@/prisma/generated/enums";

type Refusal = "urgentAlwaysByEmail" | "notOffered";
type Chosen = readonly [NoticeType, NoticeChannel];

/** Why a choice cannot be had, or null. */
function refusalOf(kind: Viewer["kind"], type: NoticeType, channel: NoticeChannel): Refusal | null {
  if (channelsFor(kind, type).includes(channel)) return null;
  return noticeTypes[type].urgent ? "urgentAlwaysByEmail" : "notOffered";
}

/** Where the viewer wants to hear of each type, and in which language. What is not named stays as it is. */
export async function setPreferences(
  viewer: Viewer,
  { language, channels }: Preferences,
): Promise<Result<void, Refusal>> {
  const chosen = allNoticeTypes.flatMap((type): Chosen[] => {
    const channel = channels[type];
    return channel === undefined ? [] : [[type, channel]];
  });
  for (const [type, channel] of chosen) {
    const refusal = refusalOf(viewer.kind, type, channel);
    if (refusal) return err(refusal);
  }
  return transaction(async (tx) => {
    const choices = await writeChannels(tx, viewer, chosen);
    const fields = [
      ...(choices > 0 ? ["notices"] : []),
      ...((await writeLanguage(tx, viewer, language)) ? ["language"] : []),
    ];
    if (fields.length > 0) {
      await record(tx, actorOf(viewer), { kind: "person.changed", data: { fields } });
    }
    return ok(undefined);
  });
}

/** How many are other than before. Email is what holds where nothing was chosen. */
async function writeChannels(tx: Tx, { userId }: Viewer, chosen: readonly Chosen[]) {
  const kept = await tx.noticePreference.findMany({ where: { userId } });
  const before = new Map(kept.map(({ type, channel }) => [type, channel]));
  const changed = chosen.filter(([type, channel]) => (before.get(type) ?? "email") !== channel);
  for (const [type, channel] of changed) {
    await tx.noticePreference.upsert({
      where: { userId_type: { userId, type } },
      create: { userId, type, channel, setAt: now() },
      update: { channel, setAt: now() },
    });
  }
  return changed.length;
}
