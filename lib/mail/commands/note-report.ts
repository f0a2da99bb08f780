import "server-only";
import { transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { OUTCOME_UNKNOWN } from "@/lib/mail/retry";
import type { ReportKept } from "@/lib/mail/state";
import type { Report, ReportKind } from "@/lib/mail/webhook";
import type { MailModel } from "@/prisma/generated/models";
import type { MailStatus } from "@/prisma/generated/enums";

/** What a report makes of a mail; what is not here tells how it goes on its way. */
const ends: Partial<Record<ReportKind, MailStatus>> = {
  delivered: "delivered",
  bounced: "bounced",
  complained: "complained",
  failed: "failed",
};

/** Of two reports of one instant, which is the later. */
const later: readonly MailStatus[] = [
  "queued",
  "sent",
  "failed",
  "delivered",
  "bounced",
  "complained",
];

/**
 * Notes what the provider tells of a mail, once however often it tells it. A report about another sender's mail
 * is none of the portal's business. `taken` says whether it was new and about a mail of the portal.
 */
export async function noteReport(report: Report): Promise<{ taken: boolean }> {
  return transaction(async (tx) => {
    const mail = await lockMail(tx, report);
    if (!mail) return { taken: false };
    const { count } = await tx.mailReport.createMany({
      data: [
        {
          id: report.id,
          mailId: mail.id,
          kind: keptAs(report),
          detail: report.detail,
          at: report.at,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return { taken: false };
    await proveSent(tx, mail, report);
    const status = ends[report.kind];
    if (status) await settle(tx, mail, status, report);
    if (report.kind === "delivered") await reached(tx, mail, report);
    if (report.kind === "bounced" && report.forGood) await cameBack(tx, mail, report);
    return { taken: true };
  });
}

function keptAs({ kind, forGood }: Report): ReportKept {
  return kind === "bounced" && !forGood ? "bouncedForNow" : kind;
}

/** By the portal's own name for it, which the provider repeats; else by the provider's. Reports of one mail follow one another. */
async function lockMail(tx: Tx, { mailId, providerId }: Report): Promise<MailModel | null> {
  const found = await tx.mail.findFirst({
    where: mailId === null ? { providerId } : { id: mailId },
    select: { id: true },
  });
  if (!found) return null;
  await tx.$queryRaw`SELECT 1 FROM "Mail" WHERE id = ${found.id}::uuid FOR UPDATE`;
  return tx.mail.findUnique({ where: { id: found.id } });
}

/** Whatever is told of it, the provider has it: also where its answer never arrived. */
async function proveSent(tx: Tx, mail: MailModel, { providerId, at, kind }: Report) {
  const inDoubt = mail.status === "queued" || mail.problem === OUTCOME_UNKNOWN;
  if (mail.providerId === null) {
    const other = await tx.mail.count({ where: { providerId } });
    if (other === 0) await tx.mail.update({ where: { id: mail.id }, data: { providerId } });
  }
  if (!inDoubt || kind === "failed") return;
  await tx.mail.update({
    where: { id: mail.id },
    data: { status: "sent", sentAt: mail.sentAt ?? at, problem: null },
  });
}

/** The newest report by the provider's clock counts, in whichever order they come. */
async function settle(tx: Tx, mail: MailModel, status: MailStatus, { at, detail }: Report) {
  const { settledAt } = mail;
  if (settledAt && settledAt > at) return;
  const sameInstant = settledAt?.getTime() === at.getTime();
  if (sameInstant && later.indexOf(status) <= later.indexOf(mail.status)) return;
  const problem = status === "delivered" || status === "complained" ? null : (detail ?? status);
  await tx.mail.update({ where: { id: mail.id }, data: { status, settledAt: at, problem } });
}

const ofRecipient = ({ recipient }: MailModel) => ({ email: recipient.toLowerCase() });

/** Mail arrives there: whatever came back before is over. */
async function reached(tx: Tx, mail: MailModel, { at }: Report) {
  await tx.user.updateMany({
    where: { ...ofRecipient(mail), addressBouncedAt: { lt: at } },
    data: { addressBouncedAt: null },
  });
}

/** The owner of a confirmed address is told once in the portal, where they can put it right. */
async function cameBack(tx: Tx, mail: MailModel, { at }: Report) {
  const after = { in: [mail.recipient, mail.recipient.toLowerCase()] };
  const arrivedSince = await tx.mail.count({
    where: { recipient: after, status: "delivered", settledAt: { gte: at } },
  });
  if (arrivedSince > 0) return;
  const owners = await tx.user.updateManyAndReturn({
    where: { ...ofRecipient(mail), emailVerified: { lt: at }, addressBouncedAt: null },
    data: { addressBouncedAt: at },
    select: { id: true },
  });
  for (const { id } of owners) {
    await record(
      tx,
      { system: true },
      { kind: "mail.bounced", personId: id, data: { mailId: mail.id } },
    );
  }
}
