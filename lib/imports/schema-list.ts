import * as z from "zod";
import { searchText } from "@/lib/forms/search-text";

/** The tabs of the office's list: announcements, and the register by what its originals wait for. */
export const importViews = ["announced", "returned", "overdue", "awaited", "registered"] as const;
export type ImportView = (typeof importViews)[number];

export const importSorts = ["newest", "lastImport", "firstImport", "number", "carats"] as const;
export type ImportSort = (typeof importSorts)[number];

const typed = z
  .string()
  .transform((text) => searchText(text))
  .catch("");

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const importFilter = z.object({
  view: z.enum(importViews).catch("announced"),
  text: typed,
  sort: z.enum(importSorts).catch("newest"),
  after: typed,
});
export type ImportFilter = z.infer<typeof importFilter>;

/** The same in the shortest address: what is not said is left out. */
export function importAddress(filter: Partial<ImportFilter>): Record<string, string> {
  const standing: Record<string, string> = { view: "announced", sort: "newest" };
  return Object.fromEntries(
    Object.entries(filter).filter(([name, said]) => said !== "" && said !== standing[name]),
  );
}
