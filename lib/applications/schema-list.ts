import * as z from "zod";
import { categories } from "@/lib/applications/answers";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";

/** The tabs of the list: what waits for the exporter, what is with the office, what has ended. */
export const listViews = ["pending", "submitted", "completed", "cancelled", "all"] as const;
export type ListView = (typeof listViews)[number];

/** By what the list can be put in order. What has no number or was not submitted counts as the lowest. */
export const listKeys = ["changed", "number", "submitted", "carats", "value"] as const;
export type ListKey = (typeof listKeys)[number];
export type ListSort = `${ListKey}.${"desc" | "asc"}`;
export const listSorts = listKeys.flatMap(
  (key) => [`${key}.desc`, `${key}.asc`] as const,
) satisfies ListSort[];

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const listFilter = z.object({
  view: z.enum(listViews).catch("all"),
  text: searched(),
  destination: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .or(z.literal(""))
    .catch(""),
  category: z.enum(categories).or(z.literal("")).catch(""),
  from: searched(40),
  until: searched(40),
  sort: z.enum(listSorts).catch("changed.desc"),
  after: searched(),
  before: searched(),
});
export type ListFilter = z.infer<typeof listFilter>;

/** The same in the shortest address: what is not said is left out. */
export const addressOf = (filter: Partial<ListFilter>) =>
  shortest(filter, { view: "all", sort: "changed.desc" });
