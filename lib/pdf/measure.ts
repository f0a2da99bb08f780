import { readFileSync } from "node:fs";
import { readFontFile, type FontFile } from "@/lib/pdf/font-file";
import { FONT_FILES, type Face } from "@/lib/pdf/font-paths";

const files = new Map<Face, FontFile>();

function fontOf(face: Face): FontFile {
  let font = files.get(face);
  if (!font) {
    font = readFontFile(readFileSync(FONT_FILES[face]));
    files.set(face, font);
  }
  return font;
}

/**
 * Width in points of a text set solid, kerning and ligatures left out (in these faces they only ever narrow a word
 * by a little, or widen it by less than the margin taken here).
 */
export function widthOf(text: string, face: Face, size: number): number {
  const font = fontOf(face);
  let units = 0;
  for (const character of text) units += font.advanceOf(character.codePointAt(0) ?? 0) ?? 1000;
  return (units * size * 1.006) / 1000;
}
