import {
  bothLanguages,
  formatDecimal,
  formatUsd,
  NBSP,
  type Bilingual,
} from "@/lib/certificates/record/figures";
import type { CertificateRecord, Party } from "@/lib/certificates/record/record";
import { LABELS } from "@/lib/certificates/record/wording";
import { BOXES, lowerPart, SEAL_PLACES } from "@/lib/certificates/pdf/boxes";
import {
  paginate,
  type Block,
  type Entry,
  type SealPlace,
} from "@/lib/certificates/pdf/continuation";
import { firstFit, type Line, type Paragraph } from "@/lib/pdf/fit";
import type { QrCode } from "@/lib/certificates/pdf/qr";
import { fitNotes } from "@/lib/certificates/pdf/notes";
import {
  figureSteps,
  FLOOR,
  originSteps,
  partySteps,
  shrink,
  stacked,
} from "@/lib/certificates/pdf/steps";

type Box = { width: number; height: number };

export interface Goods {
  hs: string;
  description: Line[];
  carats: Line[];
  usd: Line[];
}

/** Every value of a certificate, set in lines that fit their boxes, and what went to continuation sheets. */
export interface Plan {
  exporter: Line[];
  consignee: Line[];
  origin: Line[];
  destination: Line[];
  goods: Goods[];
  total: Omit<Goods, "hs" | "description">;
  seals: (SealPlace | { more: number } | null)[];
  notes: Line[];
  signatory: Line[];
  checkAt: Line[];
  report: Record<"exporter" | "consignee" | "mass" | "destination", Line[]>;
  confirmation: Record<"mass" | "value" | "hs" | "parcels" | "country" | "importer", Line[]>;
  continuation: Block[][];
}

/** What the sheets say beside the record: where to check it, the size of the code, and the mark of a list of seals. */
interface Paper {
  readonly address: string;
  readonly side: QrCode["side"];
  readonly sealMark: string | undefined;
}

/**
 * Sets the values of a record. Each steps down to the smallest readable size; what still does not fit is printed in
 * full on a continuation sheet, its box saying so. No value is cut.
 */
export function planOf(record: CertificateRecord, { address, side, sealMark }: Paper): Plan {
  const entries = new Map<Bilingual, Paragraph[]>();

  const place = (label: Bilingual, steps: Paragraph[][], box: Box, full?: Paragraph[]): Line[] => {
    const lines = firstFit(steps, box);
    if (lines) return lines;
    entries.set(label, full ?? steps[0] ?? []);
    return firstFit(stacked(LABELS.seeContinuation, "regular", [7.2, 6.8, FLOOR]), box) ?? [];
  };
  const oneLine = (text: string, face: Paragraph["face"], sizes: number[], box: Box): Line[] =>
    firstFit(figureSteps([text], face, sizes), box) ?? [];
  const both = (format: typeof formatUsd, value: string) => [
    format(value, "en"),
    format(value, "fr"),
  ];
  const figures = (texts: string[], face: Paragraph["face"], size: number, box: Box): Line[] =>
    firstFit(figureSteps(texts, face, [size, size - 0.7, size - 1.4, 7, FLOOR]), box) ?? [];
  const party = (label: Bilingual, who: Party): Line[] =>
    place(label, partySteps(who, 9.2, 8.2), BOXES.party);
  const reportParty = (label: Bilingual, who: Party): Line[] =>
    place(label, partySteps(who, 7.9, 7.2), BOXES.reportParty, partySteps(who, 9.2, 8.2)[0]);

  const { totals } = record;
  const mass = both(formatDecimal, totals.carats);
  const { name, titleEn, titleFr } = record.authorizedBy;
  const signatory = [8, 7, 6.8].map((size): Paragraph[] => [
    { text: name, face: "semibold", size, lead: 1.25 },
    { text: titleEn, face: "regular", size: Math.max(size - 1.4, FLOOR), lead: 1.22 },
    { text: titleFr, face: "regular", size: Math.max(size - 1.4, FLOOR), lead: 1.22 },
  ]);
  const runOn: Paragraph[] = [
    { text: name, face: "semibold", size: FLOOR, lead: 1.12 },
    { text: `${titleEn} / ${titleFr}`, face: "regular", size: FLOOR, lead: 1.12 },
  ];
  const lower = lowerPart(side).boxes;
  const setNotes = fitNotes(record, lower.notes);
  const setSeals = fitSeals(record.seals);

  const plan: Omit<Plan, "continuation"> = {
    exporter: party(LABELS.exporter, record.exporter),
    consignee: party(LABELS.consignee, record.consignee),
    origin: place(LABELS.origin, originSteps(record.origin), BOXES.origin),
    destination: place(
      LABELS.destination,
      stacked(record.destination, "semibold", [9, 8, 7.2, FLOOR]),
      BOXES.destination,
    ),
    goods: record.lines.map((line) => ({
      hs: line.hs,
      description: place(
        { en: `${LABELS.goods.en}, ${line.hs}`, fr: `${LABELS.goods.fr}, ${line.hs}` },
        stacked(line.description, "regular", [6.9, 6.6, FLOOR]),
        BOXES.description,
      ),
      carats: figures(both(formatDecimal, line.carats), "regular", 8.8, BOXES.carats),
      usd: figures(both(formatUsd, line.usd), "regular", 8.8, BOXES.usd),
    })),
    total: {
      carats: figures(mass, "bold", 10, BOXES.totalCarats),
      usd: figures(both(formatUsd, totals.usd), "bold", 10, BOXES.totalUsd),
    },
    seals: setSeals.places,
    notes: setNotes.lines,
    signatory: place(LABELS.authorized, [...signatory, runOn], lower.signatory),
    checkAt:
      firstFit(
        shrink(`${bothLanguages(LABELS.checkAt)}${NBSP}: ${address}`, "semibold", [6.2, 5.8], 1.2),
        BOXES.address,
      ) ?? [],
    report: {
      exporter: reportParty(LABELS.exporter, record.exporter),
      consignee: reportParty(LABELS.consignee, record.consignee),
      mass: oneLine(mass.join(" / "), "semibold", [8.4, 7.6, 7, FLOOR], BOXES.reportMass),
      destination: place(
        LABELS.destination,
        shrink(bothLanguages(record.destination), "semibold", [8.4, 7.6, 7, FLOOR], 1.18),
        BOXES.reportDestination,
      ),
    },
    confirmation: {
      mass: figures(mass, "semibold", 8, BOXES.certified),
      value: figures(both(formatUsd, totals.usd), "semibold", 8, BOXES.certified),
      hs: oneLine(record.lines.map((l) => l.hs).join(", "), "semibold", [7.6, 7], BOXES.certified),
      parcels: oneLine(
        `${record.parcels}${NBSP}; ${record.seals.length}`,
        "semibold",
        [8],
        BOXES.certified,
      ),
      country: place(
        LABELS.consigneeCountry,
        stacked(record.consignee.country, "semibold", [7.6, 7, FLOOR]),
        BOXES.country,
      ),
      importer: place(
        LABELS.consignee,
        shrink(record.consignee.name, "semibold", [7.8, 7, FLOOR], 1.2),
        BOXES.importer,
        partySteps(record.consignee, 9.2, 8.2)[0],
      ),
    },
  };

  const rest: Entry[] = [...entries].map(([label, paragraphs]) => ({ label, paragraphs }));
  if (setNotes.rest.length > 0) rest.push({ label: LABELS.notes, paragraphs: setNotes.rest });
  return { ...plan, continuation: paginate(setSeals.rest, rest, sealMark) };
}

/** Eight places on part 1; of more seals, seven and a count. Unused places are null, to be struck. */
function fitSeals(seals: readonly string[]): { places: Plan["seals"]; rest: SealPlace[] } {
  const shown = seals.length > SEAL_PLACES ? SEAL_PLACES - 1 : seals.length;
  const set = (seal: string, i: number, box: Box): SealPlace => ({
    index: i + 1,
    lines:
      firstFit(figureSteps([seal], "semibold", [7.3, 6.8, FLOOR]), { ...box, height: 10 }) ??
      firstFit([[{ text: seal, face: "semibold", size: FLOOR, lead: 1.05 }]], box),
  });
  const first = seals.slice(0, shown).map((seal, i) => set(seal, i, BOXES.seal));
  const rest = seals
    .map((seal, i) => set(seal, i, BOXES.continuationSeal))
    .filter((_, i) => i >= shown || first[i]?.lines === null);
  const places: Plan["seals"] = [...first];
  if (seals.length > SEAL_PLACES) places.push({ more: seals.length - shown });
  while (places.length < SEAL_PLACES) places.push(null);
  return { places, rest };
}
