import "server-only";
import type { Tx } from "@/lib/db";
import { queueMails } from "@/lib/mail/queue-mails";
import { subjectsOf } from "@/lib/mail/compose";
import type { PlannedMail } from "@/lib/mail/who-is-told";
import { noticeTypes, typeOfTemplate, type NoticeType } from "@/lib/notices/types";
import type { NoticeChannel } from "@/prisma/generated/enums";

/**
 * Tells people: in the portal's list those who have an account, and by mail those who have not chosen otherwise.
 * Doing it again adds nothing: a notice is unique by event, person and kind, and so is a mail.
 */
export async function give(
  tx: Tx,
  eventId: bigint,
  planned: readonly PlannedMail[],
): Promise<void> {
  const chosen = await findChoices(tx, planned);
  const mails: (PlannedMail & { recipient: string; noticeId: string | null })[] = [];
  for (const told of planned) {
    const type = typeOfTemplate[told.template];
    const { userId, recipient } = told;
    if (type === null || userId === undefined) {
      if (recipient !== null) mails.push({ ...told, recipient, noticeId: null });
      continue;
    }
    const { urgent } = noticeTypes[type];
    const channel: NoticeChannel = urgent ? "email" : (chosen.get(keyOf(userId, type)) ?? "email");
    const { en, fr } = subjectsOf(told);
    const [notice] = await tx.notice.createManyAndReturn({
      data: [
        {
          ...{ eventId, userId, type, urgent, template: told.template, data: told.data },
          ...{ subjectEn: en, subjectFr: fr, digest: channel === "digest" },
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (notice && channel === "email" && recipient !== null) {
      mails.push({ ...told, recipient, noticeId: notice.id });
    }
  }
  await queueMails(tx, eventId, mails);
}

const keyOf = (userId: string, type: string) => `${userId} ${type}`;

async function findChoices(tx: Tx, planned: readonly PlannedMail[]) {
  const people = planned.flatMap(({ userId }) => userId ?? []);
  const types = new Set(planned.flatMap(({ template }) => typeOfTemplate[template] ?? []));
  const rows = await tx.noticePreference.findMany({
    where: { userId: { in: people }, type: { in: [...types] satisfies NoticeType[] } },
    select: { userId: true, type: true, channel: true },
  });
  return new Map(rows.map(({ userId, type, channel }) => [keyOf(userId, type), channel]));
}
