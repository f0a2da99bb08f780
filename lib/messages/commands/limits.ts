import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { openDraftOf } from "@/lib/messages/access";
import { lockPeople } from "@/lib/people/commands/lock-person";

/** Of one person, for whichever exporters: each is a mail to the office, and a notice. */
const mostAnHour = 30;
/** Of one person for one exporter: each can hold files. */
const mostDrafts = 20;

/**
 * Whether the message that was just sent at this instant is one too many. An officer writes as many as they answer.
 * A person's presses for several exporters are counted one after the other: each sees those before it.
 */
export async function sentTooMany(tx: Tx, { kind, userId }: Viewer, at: Date): Promise<boolean> {
  if (kind === "officer") return false;
  await lockPeople(tx, userId);
  const lately = await tx.message.count({
    where: { authorId: userId, sentAt: { gt: new Date(at.getTime() - 3_600_000) } },
  });
  return lately > mostAnHour;
}

/** The same of the draft that was just begun. */
export async function keepsTooMany(tx: Tx, viewer: Viewer, exporterId: string): Promise<boolean> {
  if (viewer.kind === "officer") return false;
  await lockPeople(tx, viewer.userId);
  const drafts = await tx.message.count({
    where: { ...openDraftOf(viewer), thread: { exporterId } },
  });
  return drafts > mostDrafts;
}
