import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { answerersTo, mayAnswer, threadsVisibleTo } from "@/lib/messages/access";
import { fullName, named } from "@/lib/people/name";
import { awakeSince } from "@/lib/people/officer";
import { idIs } from "@/lib/row-id";

/** Who of the office can answer a conversation: reviewers and signatories who never belonged to its exporter. */
export async function listAnswerers(viewer: OfficerViewer, threadId: string) {
  const thread = await db().thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: { exporterId: true },
  });
  if (!thread || !mayAnswer(viewer)) return [];
  const awake = awakeSince(now());
  const people = await db().user.findMany({
    where: {
      AND: [
        answerersTo(thread.exporterId),
        { suspendedAt: null },
        { OR: [{ lastSignInAt: { gt: awake } }, { officerSince: { gt: awake } }] },
      ],
    },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    select: { id: true, ...named.select },
  });
  return people.map(({ id, ...person }) => ({ id, name: fullName(person) }));
}
