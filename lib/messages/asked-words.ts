import { askedIn, type Asked } from "@/lib/search/asked";

/** Looking for more words finds nothing more. */
const mostWords = 6;

/** What somebody looks for in conversations, on either side. */
export function askedWords(text: string): Pick<Asked, "words" | "together"> {
  const { words, together } = askedIn(text);
  return { words: words.slice(0, mostWords), together };
}

/** Of what is searched for, nothing stands for anything else. */
export const literally = (word: string) => word.replace(/[\\%_]/g, String.raw`\$&`);
