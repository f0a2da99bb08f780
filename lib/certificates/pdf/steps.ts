import { bothLanguages, type Bilingual } from "@/lib/certificates/record/figures";
import type { Party } from "@/lib/certificates/record/record";
import { LABELS } from "@/lib/certificates/record/wording";
import type { Paragraph } from "@/lib/pdf/fit";
import type { Face } from "@/lib/pdf/font-paths";

/** No value is ever set smaller than this, in points. */
export const FLOOR = 6.3;

type Steps = Paragraph[][];

const paragraph = (text: string, face: Face, size: number, lead: number, gap = 0): Paragraph => ({
  text,
  face,
  size,
  lead,
  gap,
});

/** One text, smaller and smaller. */
export function shrink(text: string, face: Face, sizes: readonly number[], lead = 1.22): Steps {
  return sizes.map((size) => [paragraph(text, face, size, lead)]);
}

/** Both languages stacked, the word once where they agree, then run on with a slash when the stack is too high. */
export function stacked(value: Bilingual, face: Face, sizes: readonly number[], lead = 1.2): Steps {
  const texts = value.en === value.fr ? [value.en] : [value.en, value.fr];
  const stack = sizes.map((size) => texts.map((text) => paragraph(text, face, size, lead)));
  const runOn = [7.2, 6.8, FLOOR].map((size) => [
    paragraph(bothLanguages(value), face, size, 1.15),
  ]);
  return [...stack, ...runOn];
}

/** Name and address: line by line first, then smaller with the lines run on. */
export function partySteps(party: Party, name: number, address: number): Steps {
  const lines = [...party.addressLines, bothLanguages(party.country)];
  const runOn = lines.join(", ");
  return [
    [
      paragraph(party.name, "semibold", name, 1.24),
      ...lines.map((text, i) => paragraph(text, "regular", address, 1.27, i === 0 ? 1.5 : 0)),
    ],
    [
      paragraph(party.name, "semibold", name - 1, 1.2),
      ...lines.map((text, i) => paragraph(text, "regular", address - 0.7, 1.22, i === 0 ? 1 : 0)),
    ],
    [
      paragraph(party.name, "semibold", name - 1, 1.2),
      paragraph(runOn, "regular", address - 0.7, 1.24, 1),
    ],
    [paragraph(party.name, "semibold", 6.8, 1.18), paragraph(runOn, "regular", 6.6, 1.2, 0.5)],
    [paragraph(party.name, "semibold", FLOOR, 1.16), paragraph(runOn, "regular", FLOOR, 1.16)],
  ];
}

/** Country of origin: the one participant, or Mixed with the list, by code when the names do not fit. */
export function originSteps(origin: readonly (Bilingual & { code: string })[]): Steps {
  const [first, ...others] = origin;
  if (!first) return [[]];
  if (others.length === 0) return stacked(first, "semibold", [9, 8, 7.2]);
  const list = (language: "en" | "fr"): string => origin.map((o) => o[language]).join("; ");
  const named = {
    en: `${LABELS.mixed.en}: ${list("en")}`,
    fr: `${LABELS.mixed.fr}\u00A0: ${list("fr").replaceAll(";", "\u00A0;")}`,
  };
  const codes = origin.map((o) => o.code).join(" ");
  return [
    ...[9, 8, 7.2, 6.8].map((size) =>
      [named.en, named.fr].map((t) => paragraph(t, "semibold", size, 1.2)),
    ),
    ...[8, 7.2, FLOOR].map((size) => [
      paragraph(bothLanguages(LABELS.mixed), "semibold", 8, 1.15),
      paragraph(codes, "semibold", size, 1.14),
    ]),
  ];
}

/** Two figures, English above French, each on one line. */
export function figureSteps(texts: readonly string[], face: Face, sizes: readonly number[]): Steps {
  return sizes.map((size) => texts.map((text) => paragraph(text, face, size, 1.2)));
}
