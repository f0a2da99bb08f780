import { QR_SIDE, type QrCode } from "@/lib/certificates/pdf/qr";
import { mm } from "@/lib/pdf/theme";

const box = (width: number, height: number) => ({ width: mm(width), height: mm(height) });

/** Room for values inside the fixed boxes of the sheets, labels and margins taken off, in points. */
export const BOXES = {
  // Part 1
  party: box(81.8, 30.8),
  origin: box(45, 9.3),
  destination: box(63, 9.3),
  description: box(74.2, 7.9),
  carats: box(28.2, 7.9),
  usd: box(39.2, 7.9),
  totalCarats: box(28.2, 9.4),
  totalUsd: box(39.2, 9.4),
  seal: box(27.2, 4.7),
  address: box(53, 5.2),
  // Part 2
  reportParty: box(90.8, 28),
  reportMass: box(45, 6.3),
  reportDestination: box(103.6, 6.3),
  // Part 3
  certified: box(46, 7.8),
  country: box(46, 10.6),
  importer: box(123.8, 8),
  // Continuation sheets
  continuationSeal: box(38.5, 5),
  continuation: box(184, 205),
} as const;

/**
 * The lower part of part 1: notes and signature to the left of the code. A large code takes the whole height, so that
 * the check code moves to the left, under fewer notes.
 */
export function lowerPart(side: QrCode["side"]) {
  const more = side - QR_SIDE;
  const strip = more > 0 ? 12.2 : 0;
  return {
    left: 117.9 - more,
    right: 56 + more,
    notes: 36.6 - strip,
    strip,
    signature: 84.4 - more,
    boxes: {
      notes: box(112.8 - more, 31.4 - strip),
      signatory: box(84 - more, 12.5),
    },
  } as const;
}

/** Places for seals on part 1, four a row. */
export const SEAL_PLACES = 8;
export const SEALS_A_ROW = 4;

const corners = (
  xs: readonly number[],
  ys: readonly number[],
): readonly (readonly [number, number])[] => xs.flatMap((x) => ys.map((y) => [x, y] as const));

/** Corners of the fields in millimetres from the top left of the sheet: what a test print is laid over. */
export const FIELD_CORNERS = {
  certificate: [
    ...corners([21, 194.9], [63.2, 80.4, 116.4, 130, 137.2, 161.8, 171.8, 187.6, 255.6]),
    ...corners([98.9, 144.9], [63.2, 80.4]),
    ...corners([107.95], [80.4, 116.4]),
    // Of the box around the code.
    ...corners([141.9, 194.9], [188.4, 242.05]),
  ],
  slips: [
    ...corners([12, 203.9], [10.5, 27.1, 39.5, 72.5, 82.9]),
    ...corners([12, 203.9], [146, 162.6, 171.8]),
    ...corners([51, 100], [179.8, 223.2]),
  ],
} as const;
