import type { Bilingual } from "@/lib/certificates/figures";
import { LABELS } from "@/lib/certificates/wording";
import { BOXES, SEALS_A_ROW } from "@/lib/certificates/pdf/boxes";
import { setLines, type Line, type Paragraph } from "@/lib/pdf/fit";
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

/** A strip across a continuation sheet; `height` in points. */
export type Block = { height: number } & (
  | { kind: "heading"; label: Bilingual }
  | { kind: "seals"; places: SealPlace[] }
  | { kind: "line"; line: Line }
);

const HEADING = mm(8);
const SEAL_ROW = mm(6);

/** Shares seals and entries over as many sheets as they need; a section that goes on repeats its heading. */
export function paginate(seals: readonly SealPlace[], entries: readonly Entry[]): Block[][] {
  const sections: { label: Bilingual; blocks: Block[] }[] = [];
  if (seals.length > 0) {
    const blocks: Block[] = [];
    for (let i = 0; i < seals.length; i += SEALS_A_ROW) {
      blocks.push({ kind: "seals", places: seals.slice(i, i + SEALS_A_ROW), height: SEAL_ROW });
    }
    sections.push({ label: LABELS.seals, blocks });
  }
  for (const { label, paragraphs } of entries) {
    const lines = setLines(paragraphs, BOXES.continuation.width);
    sections.push({
      label,
      blocks: lines.map((line) => ({ kind: "line", line, height: line.height + line.gap })),
    });
  }

  const sheets: Block[][] = [];
  let left = 0;
  for (const { label, blocks } of sections) {
    const heading: Block = { kind: "heading", label, height: HEADING };
    blocks.forEach((block, i) => {
      const opens = i === 0 ? HEADING : 0;
      if (left < opens + block.height) {
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
