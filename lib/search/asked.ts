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

/** Figures with the letters that stand before them when they are not typed: "2026 0412" is "kpo20260412". */
export function withPrefix(together: string, prefix: string): string | null {
  if (/^\d+$/.test(together)) return prefix + together;
  return together.startsWith(prefix) ? together : null;
}
