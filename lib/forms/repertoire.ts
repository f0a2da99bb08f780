import { REPERTOIRE } from "@/lib/forms/repertoire-table";

const RANGES = REPERTOIRE.trim()
  .split(/\s+/)
  .map((word) => {
    const [from = "", to = from] = word.split("-");
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });

/**
 * Whether a text can be printed on a certificate: every character, once composed (NFC), is in the embedded fonts
 * and belongs to the Latin script. Line breaks are allowed, since they are laid out and not drawn.
 * Otherwise the characters in the way, each once, in their order.
 */
export function printable(text: string): { ok: true } | { ok: false; characters: string[] } {
  const strangers = Array.from(text.normalize("NFC")).filter(
    (character) => character !== "\n" && character !== "\r" && !isInRepertoire(character),
  );
  return strangers.length === 0 ? { ok: true } : { ok: false, characters: [...new Set(strangers)] };
}

function isInRepertoire(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = RANGES[middle] ?? [0, 0];
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return true;
  }
  return false;
}
