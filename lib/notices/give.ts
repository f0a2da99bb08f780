import "server-only";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { queueMails, type QueuedMail } from "@/lib/mail/queue-mails";
import { subjectsOf } from "@/lib/mail/compose";
import type { Told } from "@/lib/mail/who-is-told";
import { noticeTypes, typeOfTemplate, type NoticeType } from "@/lib/notices/types";
import type { NoticeChannel } from "@/prisma/generated/enums";

/** One that stands in the portal's list of its reader. */
type Placed = { told: Told; userId: string; type: NoticeType; channel: NoticeChannel };

/**
 * Tells people: in the portal's list those who have an account, and by mail those who have not chosen otherwise.
 * Doing it again adds nothing: a notice is unique by event, person and kind, and so is a mail.
 */
export async function give(tx: Tx, eventId: bigint, planned: readonly Told[]): Promise<void> {
  const placed = await place(tx, planned);
  const given = await addNotices(tx, eventId, placed);
  const inList = new Set(placed.map(({ told }) => told));
  const byMailAlone = planned.filter((told) => !inList.has(told));
  await queueMails(tx, eventId, [
    ...byMailAlone.flatMap((told) => mailOf(told, null)),
    ...placed.flatMap(({ told, userId, channel }) => {
      const noticeId = given.get(keyOf(userId, told.template));
      return noticeId !== undefined && channel === "email" ? mailOf(told, noticeId) : [];
    }),
  ]);
}

/** Nobody without an address that is known to be theirs is written to. */
function mailOf(told: Told, noticeId: string | null): QueuedMail[] {
  const { recipient } = told;
  return recipient === null ? [] : [{ ...told, recipient, noticeId }];
}

const keyOf = (userId: string, of: string) => `${userId} ${of}`;

async function place(tx: Tx, planned: readonly Told[]): Promise<Placed[]> {
  const found = planned.flatMap((told) => {
    const type = typeOfTemplate[told.template];
    return type === null || told.userId === undefined ? [] : [{ told, type, userId: told.userId }];
  });
  const chosen = await findChoices(tx, found);
  return found.map((each) => {
    const channel = noticeTypes[each.type].urgent
      ? "email"
      : (chosen.get(keyOf(each.userId, each.type)) ?? "email");
    return { ...each, channel };
  });
}

async function findChoices(tx: Tx, told: readonly { userId: string; type: NoticeType }[]) {
  if (told.length === 0) return new Map<string, NoticeChannel>();
  const rows = await tx.noticePreference.findMany({
    where: {
      userId: { in: told.map(({ userId }) => userId) },
      type: { in: [...new Set(told.map(({ type }) => type))] },
    },
    select: { userId: true, type: true, channel: true, user: { select: { roles: true } } },
  });
  return new Map(
    rows.map(({ userId, type, channel, user }) => {
      // The morning mail is the office's: who has left it hears of each thing by itself again.
      const said = channel === "digest" && user.roles.length === 0 ? "email" : channel;
      return [keyOf(userId, type), said];
    }),
  );
}

/** The widest subject that the list holds, in UTF-16 as PostgreSQL's characters are never more. */
const widest = 300;

/** The notices that were not there yet, by person and kind. */
async function addNotices(tx: Tx, eventId: bigint, placed: readonly Placed[]) {
  const rows = await tx.notice.createManyAndReturn({
    data: placed.map(({ told, userId, type, channel }) => {
      const { en, fr } = subjectsOf(told);
      return {
        eventId,
        userId,
        type,
        template: told.template,
        data: told.data,
        at: now(),
        urgent: noticeTypes[type].urgent,
        digest: channel === "digest",
        subjectEn: en.slice(0, widest),
        subjectFr: fr.slice(0, widest),
      };
    }),
    skipDuplicates: true,
    select: { id: true, userId: true, template: true },
  });
  return new Map(rows.map(({ id, userId, template }) => [keyOf(userId, template), id]));
}
