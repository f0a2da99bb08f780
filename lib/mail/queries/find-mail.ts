import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { deadLetters, familyOf, looksAfterMail, visibleTo } from "@/lib/mail/access";
import { shownMail } from "@/lib/mail/compose";
import { noticeSchema } from "@/lib/mail/notice";
import { addressNow } from "@/lib/mail/address-now";
import { mailState } from "@/lib/mail/state";
import { named, fullName } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

/** A mail with what it says, what became of it, and whether it may be sent again; null where there is none. */
export async function findMail(viewer: OfficerViewer, mailId: string) {
  const mail = await db().mail.findFirst({
    where: { AND: [visibleTo(viewer), idIs(mailId)] },
    include: { repeatedBy: named, dismissedBy: named, reports: { orderBy: { at: "asc" } } },
  });
  if (!mail) return null;
  const family = await db().mail.findMany({
    where: familyOf(mail),
    select: { id: true, createdAt: true, language: true, status: true, problem: true },
    orderBy: { createdAt: "asc" },
  });
  const { repeatedBy, dismissedBy, data, template, ...rest } = mail;
  const notice = noticeSchema.safeParse({ template, data });
  return {
    ...rest,
    state: mailState(mail),
    /** It was never sent, and nobody has said that it may be left at that. */
    waitsForEyes: (await db().mail.count({ where: { AND: [{ id: mail.id }, deadLetters] } })) > 0,
    shown: notice.success ? shownMail(notice.data, env().PORTAL_URL) : null,
    repeatedBy: repeatedBy && fullName(repeatedBy),
    dismissedBy: dismissedBy && fullName(dismissedBy),
    /** The first and its copies, as they were sent one after another. */
    family: family.map((each) => ({ ...each, state: mailState(each) })),
    again: looksAfterMail(viewer) ? await again(mail, family, notice.success) : null,
  };
}
export type FoundMail = NonNullable<Awaited<ReturnType<typeof findMail>>>;

type Found = { recipient: string; noticeId: string | null };

/** To which address it would go now, or why it is not sent again. */
async function again(mail: Found, family: readonly { status: string }[], readable: boolean) {
  if (!readable) return { refused: "unreadable" } as const;
  if (family.some(({ status }) => status === "queued")) return { refused: "waiting" } as const;
  const { address, refused } = await addressNow(db(), mail);
  return refused ? { refused } : { address, copies: family.length - 1 };
}
