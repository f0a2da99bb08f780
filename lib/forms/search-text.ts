import * as z from "zod";

/** Words to look for, as somebody typed them or an address has them; what is too long is cut. */
export const searchText = (typed: string, maximum = 100): string =>
  // PostgreSQL holds no NUL.
  typed.replaceAll("\0", "").trim().slice(0, maximum);

/** Words to look for in an address; what cannot be understood counts as not said. */
export const searched = (maximum = 100) =>
  z
    .string()
    .transform((typed) => searchText(typed, maximum))
    .catch("");

/** What somebody looks for, as the database compares it: small letters without accents. */
export interface Asked {
  /** Word by word. */
  readonly words: readonly string[];
  /** The words with one space between them. */
  readonly phrase: string;
  /** Letters and figures alone: "KPO-2026 0412" is "kpo20260412". */
  readonly together: string;
}

export function askedIn(text: string): Asked {
  const words = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const phrase = words.join(" ");
  return { words, phrase, together: phrase.replace(/[^\p{L}\p{N}]/gu, "") };
}

/** A word as a pattern of LIKE has it: of what is looked for, nothing stands for anything else. */
export const literally = (word: string) => word.replace(/[\\%_]/g, String.raw`\$&`);
