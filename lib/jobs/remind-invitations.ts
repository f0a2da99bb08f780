import "server-only";
import { dateInOttawa, now, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { record } from "@/lib/events/record";
import { isFirst } from "@/lib/jobs/first-reminder";
import { dueBefore, isTimeToRemind } from "@/lib/jobs/time-to-remind";

/** Days before the last day of an invitation. */
const beforeClosing = [3] as const;
const day = 86_400_000;

type Ending = EventOf<"mandate.invitationEndingSoon" | "officer.invitationEndingSoon">;

/**
 * In the morning: sends an invitation again to whoever has not answered it, three days before it closes. Once
 * for an invitation, however many workers look and however often.
 */
export async function remindInvitations(): Promise<void> {
  if (!isTimeToRemind()) return;
  const horizon = new Date(now().getTime() + (beforeClosing[0] + 1) * day);
  const where = { outcome: null, expiresAt: { gt: now(), lt: horizon } };
  const toRepresent = await db().mandateInvitation.findMany({ where, orderBy: { id: "asc" } });
  for (const { id, exporterId, expiresAt } of toRepresent) {
    await remind(id, expiresAt, (data) => {
      return { kind: "mandate.invitationEndingSoon", exporterId, data };
    });
  }
  const toOffice = await db().officerInvitation.findMany({ where, orderBy: { id: "asc" } });
  for (const { id, expiresAt } of toOffice) {
    await remind(id, expiresAt, (data) => ({ kind: "officer.invitationEndingSoon", data }));
  }
}

async function remind(
  invitationId: string,
  expiresAt: Date,
  event: (data: Ending["data"]) => Ending,
): Promise<void> {
  const on = dateInOttawa(expiresAt);
  if (dueBefore(beforeClosing, { today: todayInOttawa(), endsOn: on }) === null) return;
  await transaction(async (tx) => {
    const open = { where: { id: invitationId, outcome: null } };
    const found =
      (await tx.mandateInvitation.count(open)) + (await tx.officerInvitation.count(open));
    if (found === 0) return;
    if (!(await isFirst(tx, "invitation.closing", invitationId, on))) return;
    await record(tx, { system: true }, event({ invitationId, on }));
  });
}
