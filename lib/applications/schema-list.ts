import * as z from "zod";
import { categories } from "@/lib/applications/answers";
import { readDate, type DateProblem } from "@/lib/forms/dates";
import { searchText } from "@/lib/forms/search-text";

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

const typed = (maximum: number) =>
  z
    .string()
    .transform((text) => searchText(text, maximum))
    .catch("");

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const listFilter = z.object({
  view: z.enum(listViews).catch("all"),
  text: typed(100),
  destination: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .or(z.literal(""))
    .catch(""),
  category: z.enum(categories).or(z.literal("")).catch(""),
  from: typed(40),
  until: typed(40),
  sort: z.enum(listSorts).catch("changed.desc"),
  after: typed(100),
  before: typed(100),
});
export type ListFilter = z.infer<typeof listFilter>;

/** The same in the shortest address: what is not said is left out. */
export function addressOf(filter: Partial<ListFilter>): Record<string, string> {
  const standing = { view: "all", sort: "changed.desc" } as Record<string, string>;
  return Object.fromEntries(
    Object.entries(filter).filter(([name, said]) => said !== "" && said !== standing[name]),
  );
}

/** A day as somebody typed it into the filter, or null; where it cannot be read, why, and its two readings. */
export function dayIn(text: string): {
  day: string | null;
  problem: DateProblem | null;
  readings: readonly string[];
} {
  const reading = readDate(text);
  if (reading.ok) return { day: reading.value, problem: null, readings: [] };
  const { problem, readings = [] } = reading;
  return { day: null, problem: problem === "empty" ? null : problem, readings };
}

/**
 * What is typed into the search, as the database keeps what it looks through: small letters without
 * accents, word by word, and all of it without anything between.
 */
export function searched(text: string): { words: string[]; together: string } {
  const folded = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return {
    words: folded.split(/\s+/).filter((word) => word !== ""),
    together: folded.replace(/[^\p{L}\p{N}]/gu, ""),
  };
}
