import * as z from "zod";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";
import { aboutKinds } from "@/lib/messages/schema";

/** Which conversations: all, those with something new, or those with a draft of the reader's. */
export const threadViews = ["all", "unread", "drafts"] as const;

const place = z.string().max(100).catch("");

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const threadFilter = z.object({
  q: searched(),
  about: z.enum(aboutKinds).or(z.literal("")).catch(""),
  view: z.enum(threadViews).catch("all"),
  after: place,
  before: place,
});
export type ThreadFilter = z.infer<typeof threadFilter>;

/** The same in the shortest address. */
export const threadAddress = (filter: ThreadFilter) => shortest(filter, { view: "all" });

/** Before which of its messages an address shows a conversation; nothing: the newest. */
export const placeIn = (query: { readonly before?: unknown }) => place.parse(query.before);
