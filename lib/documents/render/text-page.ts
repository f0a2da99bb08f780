import { err, ok } from "@/lib/result";
import { readable, type RenderedPage } from "./page";

/** Lines and characters of what is shown as one page. */
const LINES = 300;
const CHARACTERS = 30_000;

/** Text without pages of its own, cut into pieces that a person can turn like pages. */
export function textPage(bytes: Uint8Array, page: number): RenderedPage {
  const pieces = cut(decode(bytes));
  const piece = pieces[page - 1];
  if (piece === undefined) return err("noSuchPage");
  return ok({ pages: pieces.length, picture: null, text: readable(piece) });
}

/** What Windows has in the place of control characters. Node's own decoder of it leaves them. */
const windows = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/**
 * A mark at the beginning says which Unicode it is. Without one it is UTF-8 if it can be; else what Windows
 * writes in English and French, of which ISO 8859-1 is a part.
 */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\x80-\x9F]/g, (c) => windows[c.charCodeAt(0) - 0x80] ?? c);
  }
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let lines: string[] = [];
  let length = 0;
  const close = () => {
    pieces.push(lines.join("\n"));
    lines = [];
    length = 0;
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    for (const part of parts(line)) {
      if (lines.length === LINES || length + part.length > CHARACTERS) close();
      lines.push(part);
      length += part.length;
    }
  }
  close();
  return pieces;
}

/** A line may be longer than any page. */
function parts(line: string): string[] {
  if (line.length <= CHARACTERS) return [line];
  return Array.from({ length: Math.ceil(line.length / CHARACTERS) }, (_, at) =>
    line.slice(at * CHARACTERS, (at + 1) * CHARACTERS),
  );
}
