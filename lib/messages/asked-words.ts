import { askedIn, type Asked } from "@/lib/forms/search-text";

/** Looking for more words finds nothing more. */
const mostWords = 6;

/** What somebody looks for in conversations, on either side. */
export function askedWords(text: string): Pick<Asked, "words" | "together"> {
  const { words, together } = askedIn(text);
  return { words: words.slice(0, mostWords), together };
}
