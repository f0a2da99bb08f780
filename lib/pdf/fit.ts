import type { Face } from "@/lib/pdf/font-paths";
import { widthOf } from "@/lib/pdf/measure";

/** A text with its type. `lead` is the line height as a multiple of the size; `gap` points stand above it. */
export interface Paragraph {
  text: string;
  face: Face;
  size: number;
  lead: number;
  gap?: number;
}

/** One printed line, already known to fit the width it was set for. */
export interface Line {
  text: string;
  face: Face;
  size: number;
  /** Height of the line in points, and what stands above it. */
  height: number;
  gap: number;
}

/** Sets paragraphs in a column of a width in points. Breaks after blanks, hyphens and slashes, and only then inside words. */
export function setLines(paragraphs: readonly Paragraph[], width: number): Line[] {
  return paragraphs.flatMap(({ text, face, size, lead, gap = 0 }) =>
    breakText(text, face, size, width).map((part, i) => ({
      text: part,
      face,
      size,
      height: size * lead,
      gap: i === 0 ? gap : 0,
    })),
  );
}

export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.height + line.gap, 0);
}

/** The first of the steps, from the wanted size down, whose lines fit the box; null when none does. Nothing is ever cut. */
export function firstFit(
  steps: readonly (readonly Paragraph[])[],
  box: { width: number; height: number },
): Line[] | null {
  for (const step of steps) {
    const lines = setLines(step, box.width);
    if (heightOf(lines) <= box.height + 0.01) return lines;
  }
  return null;
}

function breakText(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  // Only plain blanks break: a no-break space is no opportunity.
  for (const piece of text.replace(/[\r\n\t ]+/g, " ").split(/(?<=[ \-–—/])/)) {
    if (widthOf((line + piece).trimEnd(), face, size) <= width) {
      line += piece;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    line = "";
    for (const character of piece) {
      if (line !== "" && widthOf((line + character).trimEnd(), face, size) > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += character;
    }
  }
  lines.push(line.trimEnd());
  return lines.filter((l, i) => l !== "" || i === 0);
}
