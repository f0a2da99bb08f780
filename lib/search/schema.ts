import * as z from "zod";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";
import { searchKinds, type SearchKind } from "@/lib/search/kinds";

/** What the address of the search says; anything that cannot be understood counts as not said. */
export const searchFilter = z.object({
  text: searched(),
  kind: z.enum(searchKinds).or(z.literal("")).catch(""),
  after: z.string().max(60).catch(""),
});
export interface SearchFilter {
  readonly text: string;
  /** One kind, page by page; or the best of each. */
  readonly kind: SearchKind | "";
  readonly after: string;
}

/** The same in the shortest address. */
export const searchAddress = (filter: Partial<SearchFilter>) => shortest(filter);
