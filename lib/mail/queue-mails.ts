import "server-only";
import type { Tx } from "@/lib/db";
import { addJob, addJobs } from "@/lib/jobs/queue";
import type { Template } from "@/lib/mail/notice";
import { mailPriority } from "@/lib/mail/priority";
import type { Told } from "@/lib/mail/who-is-told";

export type QueuedMail = Told & {
  readonly recipient: string;
  readonly noticeId: string | null;
};

/** Queues mails about an event, each with its job. A mail is unique by event, reader and kind. */
export async function queueMails(
  tx: Tx,
  eventId: bigint,
  mails: readonly QueuedMail[],
): Promise<void> {
  const queued = await tx.mail.createManyAndReturn({
    data: mails.map(({ recipient, language, template, data, noticeId }) => {
      return { eventId, recipient, language, template, data, noticeId };
    }),
    skipDuplicates: true,
    select: { id: true, template: true },
  });
  await addJobs(
    tx,
    "sendMail",
    queued.map(({ id, template }) => toSend(id, template as Template)),
  );
}

/** Asks the worker to send a mail, now or later. The longer it takes, the more those that matter go before. */
export async function askToSend(
  tx: Tx,
  mailId: string,
  template: Template,
  runAt?: Date,
): Promise<void> {
  const { payload, ...options } = toSend(mailId, template);
  await addJob(tx, "sendMail", payload, { ...options, ...(runAt && { runAt }) });
}

function toSend(mailId: string, template: Template) {
  return { payload: { mailId }, jobKey: `mail:${mailId}`, priority: mailPriority(template) };
}
