import "server-only";
import { linkToken } from "@/lib/auth/link-token";
import { receiptFiles } from "@/lib/certificates/queries/receipts";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { letterName } from "@/lib/imports/confirmation";
import { confirmationLetter } from "@/lib/jobs/render-confirmation";
import { log } from "@/lib/log";
import { isMailbox } from "@/lib/mail/addresses";
import { compose } from "@/lib/mail/compose";
import { noticeSchema, type Notice, type Template } from "@/lib/mail/notice";
import { askToSend } from "@/lib/mail/queue-mails";
import { sendThroughProvider } from "@/lib/mail/resend";
import type { Attachment, SendOutcome } from "@/lib/mail/resend";
import { givenUp, OUTCOME_UNKNOWN, waitBefore } from "@/lib/mail/retry";
import { pauseTurns, takeTurn } from "@/lib/mail/turn";

/**
 * Sends one queued mail. Its id is the provider's idempotency key, so a worker that dies between sending
 * and noting it makes no second delivery; what cannot be sent now is tried again later.
 */
export async function sendMail(mailId: string): Promise<void> {
  const mail = await db().mail.findUniqueOrThrow({ where: { id: mailId } });
  if (mail.status !== "queued") return;
  const ended = givenUp(mail, now());
  if (ended) return fail(mailId, ended);
  if (!isMailbox(mail.recipient)) return fail(mailId, "invalidRecipient");

  const { PORTAL_URL, OFFICE_MAILBOX } = env();
  const notice = noticeSchema.parse({ template: mail.template, data: mail.data });
  const composed = await compose(notice, mail.language, {
    origin: PORTAL_URL,
    officeMailbox: OFFICE_MAILBOX,
    tokenOf: linkToken,
  });
  const attachments = await attachmentsOf(notice);
  // All that takes time is done: from the turn to the request it must not.
  const { count } = await db().mail.updateMany({
    where: { id: mailId, status: "queued" },
    data: { attempts: { increment: 1 }, problem: OUTCOME_UNKNOWN },
  });
  if (count === 0) return;
  const turn = await takeTurn();
  const outcome = await sendThroughProvider(
    { ...composed, attachments, to: mail.recipient },
    mailId,
  );
  turn.answered();
  const { template } = notice;
  await note(mailId, outcome, {
    template,
    attempt: mail.attempts + 1,
    problemBefore: mail.problem,
  });
}

/** The same bytes at each attempt: the provider takes another file for another mail. */
async function attachmentsOf(notice: Notice): Promise<Attachment[]> {
  if (notice.template === "receiptSigned") return receiptFiles(notice.data.receiptId);
  if (notice.template !== "importConfirmation") return [];
  const { confirmationId, number } = notice.data;
  const { letter, signed } = await confirmationLetter(confirmationId);
  return [
    { filename: letterName(number, "pdf"), content: letter },
    ...(signed ? [{ filename: letterName(number, "jwt"), content: Buffer.from(signed) }] : []),
  ];
}

type Attempt = { template: Template; attempt: number; problemBefore: string | null };

async function note(mailId: string, outcome: SendOutcome, attempted: Attempt) {
  const { template, attempt, problemBefore } = attempted;
  switch (outcome.kind) {
    case "accepted":
      await db().mail.updateMany({
        where: { id: mailId, status: "queued" },
        data: { status: "sent", sentAt: now(), providerId: outcome.providerId, problem: null },
      });
      log().info({ mail: mailId, attempt }, "mail sent");
      return;
    case "refused":
      return fail(mailId, outcome.reason);
    case "later": {
      if (outcome.tooMany) await pauseTurns(outcome.waitMs);
      // Once one attempt is in doubt, a later known refusal does not take the doubt away.
      const doubtful = !outcome.outcomeKnown || problemBefore === OUTCOME_UNKNOWN;
      const wait = waitBefore(attempt, outcome.waitMs, Math.random());
      await transaction(async (tx) => {
        const problem = doubtful ? OUTCOME_UNKNOWN : outcome.reason;
        await tx.mail.updateMany({ where: { id: mailId, status: "queued" }, data: { problem } });
        const runAt = new Date(Date.now() + wait);
        await askToSend(tx, mailId, template, runAt);
      });
      return;
    }
  }
}

async function fail(mailId: string, problem: string): Promise<void> {
  await db().mail.updateMany({
    where: { id: mailId, status: "queued" },
    data: { status: "failed", problem },
  });
  log().error({ mail: mailId, problem: problem.split(":")[0] }, "mail given up");
}
