import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { deadLetters, visibleTo } from "@/lib/mail/access";
import { subjectsOf } from "@/lib/mail/compose";
import { noticeSchema } from "@/lib/mail/notice";
import type { MailFilter } from "@/lib/mail/schema-list";
import { mailState, type MailView } from "@/lib/mail/state";
import { placeOf, readPlace } from "@/lib/place";
import type { Prisma } from "@/prisma/generated/client";

export const mailPage = 25;

/** One page of the mails of the portal, newest first. */
export async function listMails(viewer: OfficerViewer, filter: MailFilter) {
  const found = await db().mail.findMany({
    where: {
      AND: [visibleTo(viewer), ofView[filter.view], matching(filter.text), beyond(filter.after)],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mailPage + 1,
    select: {
      id: true,
      createdAt: true,
      recipient: true,
      template: true,
      data: true,
      language: true,
      status: true,
      problem: true,
      repeatsId: true,
      dismissedAt: true,
    },
  });
  const last = found.length > mailPage ? found[mailPage - 1] : undefined;
  return {
    next: last ? placeOf({ at: last.createdAt, id: last.id }) : null,
    rows: found.slice(0, mailPage).map(({ template, data, ...row }) => {
      const notice = noticeSchema.safeParse({ template, data });
      /** Null of a kind of mail that the portal no longer sends. */
      const subjects = notice.success ? subjectsOf(notice.data) : null;
      return { ...row, state: mailState(row), subjects };
    }),
  };
}
export type MailRow = Awaited<ReturnType<typeof listMails>>["rows"][number];

/** How many mails were never sent and wait for somebody to look at them. */
export function countDeadLetters(): Promise<number> {
  return db().mail.count({ where: deadLetters });
}

const ofView: Record<MailView, Prisma.MailWhereInput> = {
  all: {},
  waiting: { status: "queued" },
  sent: { status: "sent" },
  delivered: { status: "delivered" },
  cameBack: { status: { in: ["bounced", "complained"] } },
  neverSent: deadLetters,
};

const numbers = ["number", "certificateNumber"] as const;

/** By recipient, by the number of what it is about, or by its subject where it stands in the portal too. */
function matching(text: string): Prisma.MailWhereInput {
  if (text === "") return {};
  const contains = { contains: text, mode: "insensitive" as const };
  return {
    OR: [
      { recipient: contains },
      ...numbers.map((name) => ({
        data: { path: [name], string_contains: text, mode: "insensitive" as const },
      })),
      { notice: { OR: [{ subjectEn: contains }, { subjectFr: contains }] } },
    ],
  };
}

/** What comes after that place. One that somebody tampered with is none. */
function beyond(after: string): Prisma.MailWhereInput {
  const { at, id } = readPlace(after) ?? {};
  if (!at || !id) return {};
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}
