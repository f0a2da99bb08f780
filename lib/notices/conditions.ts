import { dayIn, searched } from "@/lib/applications/schema-list";
import { addDays } from "@/lib/calendar";
import type { Locale } from "@/lib/i18n/routing";
import type { NoticeFilter } from "@/lib/notices/schema";
import { startOfDay } from "@/lib/reference/working-time";
import type { Prisma } from "@/prisma/generated/client";

/** What the search and the filters ask for. The subject is looked through in the language in which it is read. */
export function matching(filter: NoticeFilter, locale: Locale): Prisma.NoticeWhereInput[] {
  const from = withinReason(dayIn(filter.from).day);
  const until = withinReason(dayIn(filter.until).day);
  const column = locale === "fr" ? "searchFr" : "searchEn";
  const { words } = searched(filter.text);
  return [
    ...words.map((word) => ({ [column]: { contains: literally(word) } })),
    ...(filter.type ? [{ type: filter.type }] : []),
    ...(from ? [{ at: { gte: startOfDay(from) } }] : []),
    ...(until ? [{ at: { lt: startOfDay(addDays(until, 1)) } }] : []),
    ...(filter.unread ? [{ readAt: null }] : []),
  ];
}

/** Nobody was told anything before there was a portal, and clocks and databases disagree about the first years. */
const withinReason = (day: string | null) => (day && day < "2000" ? "2000-01-01" : day);

/** Of what is searched for, nothing stands for anything else. */
const literally = (word: string) => word.replace(/[\\%_]/g, String.raw`\$&`);
