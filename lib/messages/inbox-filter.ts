import * as z from "zod";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";
import { ThreadAbout } from "@/prisma/generated/enums";

/*
 * What the address of the inbox says. Anything that cannot be understood counts as not said.
 */

/** What waits for the office; what the reader answers; what waits and nobody answers; what waits for exporters. */
export const inboxViews = ["waiting", "mine", "unassigned", "theirs", "all"] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxAbouts = Object.values(ThreadAbout);

export const inboxFilter = z.object({
  view: z.enum(inboxViews).catch("waiting"),
  about: z.enum(inboxAbouts).or(z.literal("")).catch(""),
  q: searched(),
  after: z.string().max(100).catch(""),
});
export type InboxFilter = z.infer<typeof inboxFilter>;

/** The same as the shortest query. */
export const inboxQuery = (filter: InboxFilter) => shortest(filter, { view: "waiting" });

/** Its first page. */
export const firstOf = (filter: InboxFilter): InboxFilter => ({ ...filter, after: "" });
