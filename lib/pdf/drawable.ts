import { printable } from "@/lib/forms/repertoire";

/** A text in which each character that the faces lack is a question mark: only names of files and people have any. */
export function drawable(text: string): string {
  const composed = text.normalize("NFC").replaceAll("\u2002", " ");
  return printable(composed).ok
    ? composed
    : Array.from(composed, (letter) => (printable(letter).ok ? letter : "?")).join("");
}
