import "server-only";
import type { Tx } from "@/lib/db";
import { addJob } from "@/lib/jobs/queue";
import type { PlannedMail } from "@/lib/mail/who-is-told";

type Queued = PlannedMail & { readonly recipient: string; readonly noticeId: string | null };

/** Queues mails about an event, each with its job. A mail is unique by event, reader and kind. */
export async function queueMails(tx: Tx, eventId: bigint, mails: readonly Queued[]): Promise<void> {
  const queued = await tx.mail.createManyAndReturn({
    data: mails.map(({ recipient, language, template, data, noticeId }) => {
      return { eventId, recipient, language, template, data, noticeId };
    }),
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of queued) {
    await addJob(tx, "sendMail", { mailId: id }, { jobKey: `mail:${id}` });
  }
}
