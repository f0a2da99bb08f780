import type { Result } from "@/lib/result";

/** Kinds of files of which pages can be drawn; the others are only to be downloaded. */
export const shownTypes = ["application/pdf", "image/jpeg", "image/tiff", "text/plain"] as const;
export type ShownType = (typeof shownTypes)[number];

/** How large a page is wanted: as wide as a pane of the desk, or twice that, to read small print. */
export const pageSizes = { fit: 1400, large: 2800 } as const; // pixels of width
export type PageSize = keyof typeof pageSizes;

export interface PageAsked {
  /** From 1. */
  readonly page: number;
  readonly size: PageSize;
  /** Quarters, clockwise: a scan may lie on its side. */
  readonly turns: number;
}

export interface Picture {
  readonly webp: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** One page for people: a picture of it, its text, or both. */
export interface Page {
  /** How many there are. */
  readonly pages: number;
  readonly picture: Picture | null;
  /** Null where there is none that could be read, as in a scan. */
  readonly text: string | null;
}

export const pageProblems = [
  /** There are fewer pages. */
  "noSuchPage",
  "damaged",
  /** It opens with a password only. */
  "locked",
  /** More pixels than this portal decodes. */
  "tooLarge",
] as const;
export type PageProblem = (typeof pageProblems)[number];

export type RenderedPage = Result<Page, PageProblem>;

/** Characters of a page's text that are shown. */
const longestText = 50_000;

/**
 * Text for reading only: what turns the direction of writing, or shows as nothing, would let it look
 * other than it is.
 */
export function readable(text: string): string | null {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "\uFFFD")
    .trimEnd();
  if (clean.trim() === "") return null;
  return clean.length > longestText ? `${clean.slice(0, longestText)} …` : clean;
}
