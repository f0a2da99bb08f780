import { askedIn, literally } from "@/lib/forms/search-text";
import type { Locale } from "@/lib/i18n/routing";
import type { NoticeFilter } from "@/lib/notices/schema";
import { daysBetween } from "@/lib/reference/days-between";
import type { Prisma } from "@/prisma/generated/client";

/** What the search and the filters ask for. The subject is looked through in the language in which it is read. */
export function matching(filter: NoticeFilter, locale: Locale): Prisma.NoticeWhereInput[] {
  const days = daysBetween(filter.from, filter.until);
  const column = locale === "fr" ? "searchFr" : "searchEn";
  const { words } = askedIn(filter.text);
  return [
    ...words.map((word) => ({ [column]: { contains: literally(word) } })),
    ...(filter.type ? [{ type: filter.type }] : []),
    ...(days ? [{ at: days }] : []),
    ...(filter.unread ? [{ readAt: null }] : []),
  ];
}
