import { bothLanguages } from "@/lib/certificates/record/figures";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { LABELS } from "@/lib/certificates/record/wording";
import { firstFit, heightOf, setLines, type Line, type Paragraph } from "@/lib/pdf/fit";
import { FLOOR } from "@/lib/certificates/pdf/steps";

type Box = Parameters<typeof firstFit>[1];

/**
 * The explanatory notes of part 1, each a paragraph opened by the row it is about. When all of them do not fit even
 * at the smallest size, the first whole ones stay and the last line counts those on the continuation sheet.
 */
export function fitNotes(
  record: CertificateRecord,
  box: Box,
): { lines: Line[]; rest: Paragraph[] } {
  const texts = record.notes.map(({ about, text }) =>
    about ? `${bothLanguages(about)} — ${text}` : text,
  );
  if (record.replaces !== undefined) {
    texts.unshift(
      `${LABELS.replaces.en} ${record.replaces}. / ${LABELS.replaces.fr} ${record.replaces}.`,
    );
  }
  const set = (size: number, lead: number): Paragraph[] =>
    texts.map((text, i) => ({ text, face: "regular", size, lead, gap: i === 0 ? 0 : 2 }));

  const all = firstFit([set(6.9, 1.24), set(6.6, 1.22), set(FLOOR, 1.18)], box);
  if (all) return { lines: all, rest: [] };

  const small = set(FLOOR, 1.18);
  for (let kept = texts.length - 1; ; kept--) {
    const more = `+ ${texts.length - kept} ${bothLanguages(LABELS.onContinuation)}`;
    const pointer: Paragraph = { text: more, face: "semibold", size: FLOOR, lead: 1.18, gap: 2 };
    const lines = setLines([...small.slice(0, kept), pointer], box.width);
    if (kept === 0 || heightOf(lines) <= box.height) {
      return { lines, rest: set(7.2, 1.24).slice(kept) };
    }
  }
}
