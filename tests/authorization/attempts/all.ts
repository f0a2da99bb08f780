import { amendments } from "./amendments";
import { announcements } from "./announcements";
import { applications } from "./applications";
import type { Attempt } from "./attempt";
import { audit } from "./audit";
import { broadcasts } from "./broadcasts";
import { certificates } from "./certificates";
import { finding } from "./finding";
import { imports } from "./imports";
import { mails } from "./mails";
import { accounts } from "./accounts";
import { inbox } from "./inbox";
import { messages } from "./messages";
import { mandates } from "./mandates";
import { office } from "./office";
import { papers } from "./papers";
import { people } from "./people";
import { reviews } from "./reviews";

/** How each function of docs/authorization.md is called. */
export const attempts: Readonly<Record<string, Attempt>> = {
  ...amendments,
  ...announcements,
  ...applications,
  ...audit,
  ...broadcasts,
  ...certificates,
  ...accounts,
  ...papers,
  ...finding,
  ...imports,
  ...inbox,
  ...mails,
  ...mandates,
  ...messages,
  ...office,
  ...people,
  ...reviews,
};
