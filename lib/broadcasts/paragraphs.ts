import { oneLine } from "@/lib/mail/one-line";

/** The paragraphs of what an administrator wrote, each on one line and without a mark that turns its direction. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/[\r\n]+/u)
    .map(oneLine)
    .filter((paragraph) => paragraph !== "");
}
