import * as z from "zod";
import { searchText } from "@/lib/forms/search-text";
import { aboutKinds } from "@/lib/messages/schema";

/** Which conversations: all, those with something new, or those with a draft of the reader's. */
export const threadViews = ["all", "unread", "drafts"] as const;

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const threadFilter = z.object({
  q: z
    .string()
    .transform((typed) => searchText(typed))
    .catch(""),
  about: z.enum(aboutKinds).or(z.literal("")).catch(""),
  view: z.enum(threadViews).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ThreadFilter = z.infer<typeof threadFilter>;

/** The same in the shortest address. */
export function threadAddress({ q, about, view, page }: Partial<ThreadFilter>) {
  return {
    ...(q ? { q } : {}),
    ...(about ? { about } : {}),
    ...(view && view !== "all" ? { view } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  };
}
