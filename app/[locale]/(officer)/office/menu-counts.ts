import { cache } from "react";
import { currentPerson } from "@/lib/auth/current";
import { countSentAnnouncements } from "@/lib/imports/queries/list-register";
import { countDeadLetters } from "@/lib/mail/queries/list-mails";
import { countWaitingThreads } from "@/lib/messages/queries/count-inbox";

/** What waits behind the items of the office's menu, once a page; nothing for who is none of the office. */
export const menuCounts = cache(async () => {
  const person = await currentPerson();
  if (!person?.roles.length) return { inbox: 0, imports: 0, dead: 0 };
  const [inbox, imports, dead] = await Promise.all([
    countWaitingThreads(),
    countSentAnnouncements(),
    countDeadLetters(),
  ]);
  return { inbox, imports, dead };
});
