import { cache } from "react";
import { currentPath } from "@/lib/auth/acting-for";
import { currentPerson } from "@/lib/auth/current";
import { parameterIn } from "@/lib/i18n/alternate";
import { countUnreadNotices } from "@/lib/notices/queries";

/** How many notices the reader has not opened, once a page; what this very page opens is not counted. */
export const unreadNotices = cache(async (): Promise<number> => {
  const person = await currentPerson();
  if (!person) return 0;
  const path = await currentPath();
  return countUnreadNotices(
    { userId: person.id },
    { noticeId: parameterIn(path, "noticeId"), threadId: parameterIn(path, "threadId") },
  );
});
