import { readFileSync } from "node:fs";
import { readFontFile } from "@/lib/pdf/font-file";
import { FONT_FILES } from "@/lib/pdf/font-paths";

const VALUE_FACES = ["regular", "semibold", "bold"] as const;

/** Latin letters, and the digits, signs and punctuation that any Latin text may hold; no other script, nothing invisible. */
const WANTED = /^[\p{Script=Latin}\p{Script=Common}]$/u;
const DRAWN = /^[\p{L}\p{N}\p{P}\p{S}\u0020\u00A0\u202F]$/u;

/** The signs from here on stand for what could not be read; the planes above hold no script of our readers. */
const REPLACEMENTS = 0xfffc;

/**
 * Characters a value may hold, as inclusive ranges: those of every face that prints values, in the Latin script,
 * and stable under NFC. The table in ../repertoire-table.ts is this function's answer, kept so that the portal
 * need not read fonts.
 */
export function repertoireOfFonts(): [number, number][] {
  const fonts = VALUE_FACES.map((face) => readFontFile(readFileSync(FONT_FILES[face])));
  const codes = (fonts[0]?.codePoints() ?? []).filter((code) => {
    const character = String.fromCodePoint(code);
    return (
      fonts.every((font) => font.advanceOf(code) !== undefined) &&
      code < REPLACEMENTS &&
      WANTED.test(character) &&
      DRAWN.test(character) &&
      character.normalize("NFC") === character
    );
  });
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}
