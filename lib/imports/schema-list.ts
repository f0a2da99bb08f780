import * as z from "zod";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";

/** The tabs of the office's list: announcements, and the register by what its originals wait for. */
export const importViews = ["announced", "returned", "overdue", "awaited", "registered"] as const;
export type ImportView = (typeof importViews)[number];

export const importSorts = ["newest", "lastImport", "firstImport", "number", "carats"] as const;
export type ImportSort = (typeof importSorts)[number];

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const importFilter = z.object({
  view: z.enum(importViews).catch("announced"),
  text: searched(),
  sort: z.enum(importSorts).catch("newest"),
  after: searched(),
});
export type ImportFilter = z.infer<typeof importFilter>;

/** The same in the shortest address: what is not said is left out. */
export const importAddress = (filter: Partial<ImportFilter>) =>
  shortest(filter, { view: "announced", sort: "newest" });
