import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { familyOf, looksAfterMail, visibleTo } from "@/lib/mail/access";
import { addressNow } from "@/lib/mail/address-now";
import { noticeSchema } from "@/lib/mail/notice";
import { askToSend } from "@/lib/mail/queue-mails";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import type { Language } from "@/prisma/generated/enums";

export type AgainError =
  | "notAllowed"
  | "notFound"
  | "waiting"
  | "meanwhile"
  | "bounced"
  | "noAddress"
  | "noMandate"
  | "unreadable";

/**
 * Sends a mail again, with one language first: a new mail with the same words, to the present address of whom it
 * is for. `copies` is how many there were when it was asked: of two presses one sends.
 */
export function sendAgain(
  viewer: OfficerViewer,
  mailId: string,
  { language, copies }: { language: Language; copies: number },
): Promise<Result<{ copyId: string }, AgainError>> {
  if (!looksAfterMail(viewer)) return Promise.resolve(err("notAllowed"));
  return transaction(async (tx) => {
    const asked = await tx.mail.findFirst({ where: { AND: [visibleTo(viewer), idIs(mailId)] } });
    if (!asked) return err("notFound");
    const firstId = asked.repeatsId ?? asked.id;
    const family = await lockFamily(tx, firstId);
    const newest = family.at(-1);
    if (family.length - 1 > copies && newest?.repeatedById === viewer.userId) {
      // The same press came twice.
      if (newest.language === language) return ok({ copyId: newest.id });
    }
    if (family.some(({ status }) => status === "queued")) return err("waiting");
    if (family.length - 1 !== copies) return err("meanwhile");
    const { template, data, eventId, noticeId } = asked;
    const notice = noticeSchema.safeParse({ template, data });
    if (!notice.success) return err("unreadable");
    const { address, refused } = await addressNow(tx, asked);
    if (refused) return err(refused);
    const { id: copyId } = await tx.mail.create({
      data: {
        eventId,
        noticeId,
        template,
        data: notice.data.data,
        language,
        recipient: address,
        repeatsId: firstId,
        repeatedById: viewer.userId,
        createdAt: now(),
      },
      select: { id: true },
    });
    await askToSend(tx, copyId, notice.data.template);
    await record(tx, actorOf(viewer), {
      kind: "mail.repeated",
      data: { mailId: asked.id, copyId },
    });
    return ok({ copyId });
  });
}

/** The first and its copies, while nobody else adds one. */
async function lockFamily(tx: Tx, firstId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Mail" WHERE id = ${firstId}::uuid FOR UPDATE`;
  return tx.mail.findMany({
    where: familyOf({ id: firstId, repeatsId: null }),
    select: { id: true, status: true, language: true, repeatedById: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
