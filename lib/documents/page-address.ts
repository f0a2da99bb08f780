import { pageSizes, type PageAsked, type PageSize } from "@/lib/documents/render/page";
import type { Locale } from "@/lib/i18n/routing";

/** How a page of a document is looked at: which page, how, and where. */
export interface PageView extends PageAsked {
  readonly locale: Locale;
  /** On a page of its own, and not beside a form. */
  readonly alone: boolean;
}

export const firstPage = (locale: Locale, alone = false): PageView => ({
  ...{ page: 1, size: "fit", turns: 0 },
  ...{ locale, alone },
});

/** Of the small page that shows it, to stand in a frame. */
export function pageAddress(documentId: string, view: PageView): string {
  const { page, size, turns, locale, alone } = view;
  const search = new URLSearchParams({ locale });
  if (size !== "fit") search.set("size", size);
  if (turns > 0) search.set("turns", String(turns));
  if (alone) search.set("alone", "1");
  return `/api/documents/${encodeURIComponent(documentId)}/pages/${page}?${search.toString()}`;
}

/** What an address asks for, or null where it asks for what cannot be. */
export function pageViewOf(page: string, search: URLSearchParams): PageView | null {
  if (!/^[1-9]\d{0,5}$/.test(page)) return null;
  const size = search.get("size") ?? "fit";
  const turns = search.get("turns") ?? "0";
  if (!isSize(size) || !/^[0-3]$/.test(turns)) return null;
  const locale = localeIn(search);
  return { page: Number(page), size, turns: Number(turns), locale, alone: search.has("alone") };
}

export const localeIn = (search: URLSearchParams): Locale =>
  search.get("locale") === "fr" ? "fr" : "en";

const isSize = (text: string): text is PageSize => Object.keys(pageSizes).includes(text);
