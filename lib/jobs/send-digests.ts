import "server-only";
import { minutesInOttawa, now, todayInOttawa } from "@/lib/clock";
import { db, transaction, type Tx } from "@/lib/db";
import { isFirst } from "@/lib/jobs/first-reminder";
import { queueMails } from "@/lib/mail/queue-mails";
import { personSelect, readerOf } from "@/lib/mail/readers";
import { officerFacts, officerStanding } from "@/lib/people/officer";
import { getCalendar } from "@/lib/reference/queries";
import { momentInOttawa } from "@/lib/reference/working-time";
import { hoursOn } from "@/lib/reference/working-days";
import { countQueue } from "@/lib/reviews/queries/count-queue";
import type { Prisma } from "@/prisma/generated/client";

/** Half past seven in Ottawa, in minutes after midnight. */
const morning = 7 * 60 + 30;
/** Subjects that one mail lists; the others are counted. */
const mostListed = 40;

/**
 * On working days from half past seven: one mail to each person who chose to hear once a day of what they were told, and
 * was told something before. Once for a person and a day, however many workers look and however often; what no worker
 * sent in the morning is sent later in the day, and what comes after that hour waits for the next morning.
 */
export async function sendDigests(): Promise<void> {
  if (minutesInOttawa(now()) < morning) return;
  const today = todayInOttawa();
  if (!hoursOn(await getCalendar())(today)) return;
  const waiting = {
    digest: true,
    digestedAt: null,
    at: { lt: momentInOttawa(today, morning) },
  };
  const readers = await db().user.findMany({
    where: { notices: { some: waiting }, suspendedAt: null, emailVerified: { not: null } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of readers) await transaction((tx) => sendOne(tx, id, { today, waiting }));
}

async function sendOne(
  tx: Tx,
  userId: string,
  { today, waiting }: { today: string; waiting: Prisma.NoticeWhereInput },
): Promise<void> {
  if (!(await isFirst(tx, "digest", userId, today))) return;
  const told = await tx.notice.updateManyAndReturn({
    where: { ...waiting, userId },
    data: { digestedAt: now() },
    select: { eventId: true, subjectEn: true, subjectFr: true, at: true },
  });
  const person = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { ...personSelect, ...officerFacts },
  });
  const [reader] = readerOf(person);
  const newest = told.reduce((last, { eventId }) => (eventId > last ? eventId : last), 0n);
  if (!reader || reader.email === null || told.length === 0) return;
  const { email: recipient, language, name } = reader;
  const data = { name, queue: await queueOf(person), ...subjects(told) };
  await queueMails(tx, newest, [{ recipient, language, template: "digest", data, noticeId: null }]);
}

type Told = { subjectEn: string; subjectFr: string; at: Date };

/** Each subject once with how often it was told, the newest first. */
function subjects(told: readonly Told[]) {
  const counted = new Map<string, { en: string; fr: string; count: number }>();
  for (const { subjectEn: en, subjectFr: fr } of [...told].sort((a, b) => +b.at - +a.at)) {
    const same = counted.get(en);
    if (same) same.count += 1;
    else counted.set(en, { en, fr, count: 1 });
  }
  const all = [...counted.values()];
  const more = all.slice(mostListed).reduce((sum, { count }) => sum + count, 0);
  return { told: all.slice(0, mostListed), more };
}

/** Only whoever works at the desk is told what waits there. */
async function queueOf(person: { id: string } & Parameters<typeof officerStanding>[0]) {
  if (officerStanding(person, now()) !== "active") return null;
  const { withUs: waiting, overdue } = await countQueue({ userId: person.id });
  return { waiting, overdue };
}
