import { bothLanguages, NBSP, type Bilingual } from "@/lib/certificates/record/figures";
import { LABELS } from "@/lib/certificates/record/wording";
import { BOXES, SEALS_A_ROW } from "@/lib/certificates/pdf/boxes";
import { heightOf, setLines, type Line, type Paragraph } from "@/lib/pdf/fit";
import { mm } from "@/lib/pdf/theme";

/** One seal in its numbered place; no lines when it stands on the continuation sheet. */
export interface SealPlace {
  index: number;
  lines: Line[] | null;
}

/** What goes to a continuation sheet, under its label. */
export interface Entry {
  label: Bilingual;
  paragraphs: Paragraph[];
}

/** A strip across a continuation sheet; heights in points. `whole`: with what follows and must stay with it. */
export type Block = { height: number; whole?: number } & (
  | { kind: "heading"; label: Bilingual }
  | { kind: "seals"; places: SealPlace[] }
  | { kind: "line"; line: Line }
);

const HEADING = mm(8);
const SEAL_ROW = mm(6);

/**
 * Shares seals and entries over as many sheets as they need; a section that goes on repeats its heading. The mark of
 * all seals stands under the last of them.
 */
export function paginate(
  seals: readonly SealPlace[],
  entries: readonly Entry[],
  sealMark?: string,
): Block[][] {
  const sections: { label: Bilingual; blocks: Block[] }[] = [];
  if (seals.length > 0) {
    const blocks: Block[] = [];
    for (let i = 0; i < seals.length; i += SEALS_A_ROW) {
      blocks.push({ kind: "seals", places: seals.slice(i, i + SEALS_A_ROW), height: SEAL_ROW });
    }
    if (sealMark) blocks.push(...linesOf([markOf(sealMark)]));
    sections.push({ label: LABELS.seals, blocks });
  }
  for (const { label, paragraphs } of entries) {
    sections.push({ label, blocks: linesOf(paragraphs) });
  }

  const sheets: Block[][] = [];
  let left = 0;
  for (const { label, blocks } of sections) {
    const heading: Block = { kind: "heading", label, height: HEADING };
    blocks.forEach((block, i) => {
      const opens = i === 0 ? HEADING : 0;
      const whole = Math.min(block.whole ?? 0, BOXES.continuation.height - HEADING);
      if (left < opens + Math.max(block.height, whole)) {
        sheets.push([heading]);
        left = BOXES.continuation.height - HEADING;
      } else if (i === 0) {
        sheets.at(-1)?.push(heading);
        left -= HEADING;
      }
      sheets.at(-1)?.push(block);
      left -= block.height;
    });
  }
  return sheets;
}

/** A paragraph goes to the next sheet rather than over two, unless it is longer than one. */
const linesOf = (paragraphs: readonly Paragraph[]): Block[] =>
  paragraphs.flatMap((paragraph) => {
    const lines = setLines([paragraph], BOXES.continuation.width);
    return lines.map((line, i) => ({
      kind: "line" as const,
      line,
      height: line.height + line.gap,
      ...(i === 0 ? { whole: heightOf(lines) } : {}),
    }));
  });

const markOf = (mark: string): Paragraph => ({
  text: `${bothLanguages(LABELS.sealMark)}${NBSP}: ${mark}`,
  face: "semibold",
  size: 7.2,
  lead: 1.24,
  gap: 3,
});
