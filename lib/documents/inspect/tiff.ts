import type { DocumentProblem } from "@/lib/documents/problems";
import { hasWebCode } from "./signatures";
import type { Size } from "./jpeg";

const PAGES_MAX = 500;
/** What all pages together decode to. */
const DECODED_MAX = 1024 * 1024 * 1024;
/** Of strips or tiles of one page. */
const PIECES_MAX = 200_000;
/** Without compression, fax, LZW, JPEG, Deflate, PackBits: what viewers of TIFF read. */
const compressions = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32773, 32946]);
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const COMPRESSION = 259;
const SAMPLES = 277;
const STRIPS = [273, 279] as const;
const TILES = [324, 325] as const;
const SUB_DIRECTORIES = [330, 34665, 34853];

export function isTiff(bytes: Uint8Array): boolean {
  return ["49492a00", "4d4d002a"].includes(Buffer.from(bytes.subarray(0, 4)).toString("hex"));
}

interface Field {
  readonly count: number;
  readonly values: (index: number) => number;
  /** Where its values stand. */
  readonly from: number;
  readonly to: number;
}

/**
 * What is wrong with a TIFF: pages that run in circles or are too many or too large, data outside the file
 * or used over and over, code in its notes, or something behind its end.
 */
export function tiffProblem(
  bytes: Uint8Array,
  tooLarge: (size: Size) => boolean,
): DocumentProblem | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = bytes[0] === 0x49;
  const seen = new Set<number>();
  const waiting = [{ at: view.getUint32(4, little), page: true }];
  let pages = 0;
  let decoded = 0;
  let used = 0;
  let end = 8;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.at === 0) continue;
    if (seen.has(next.at)) return "damaged";
    seen.add(next.at);
    if (seen.size > 4 * PAGES_MAX) return "tooComplex";
    const directory = readDirectory(bytes, view, little, next.at);
    if (!directory) return "damaged";
    const { fields, following, to } = directory;
    end = Math.max(end, to);
    for (const field of fields.values()) {
      end = Math.max(end, field.to);
      const note = Buffer.from(bytes.subarray(field.from, field.to)).toString("latin1");
      if (hasWebCode(note)) return "script";
    }
    for (const tag of SUB_DIRECTORIES) {
      const field = fields.get(tag);
      if (field && field.count <= PAGES_MAX)
        for (let i = 0; i < field.count; i++) waiting.push({ at: field.values(i), page: false });
    }
    if (next.page) {
      if (following !== 0) waiting.push({ at: following, page: true });
      pages += 1;
      if (pages > PAGES_MAX) return "tooComplex";
    }
    const picture = pictureOf(fields, next.page);
    if (typeof picture === "string") return picture;
    if (!picture) continue;
    if (tooLarge(picture)) return "tooComplex";
    decoded += picture.decoded;
    for (const [from, length] of picture.pieces) {
      if (from + length > bytes.length) return "damaged";
      used += length;
      end = Math.max(end, from + length);
    }
    // Nothing honest uses the same data for two pages.
    if (used > bytes.length || decoded > DECODED_MAX) return "tooComplex";
  }
  if (pages === 0) return "damaged";
  return bytes.subarray(end).some((byte, index) => byte !== 0 && index > 3) ? "embedded" : null;
}

function readDirectory(bytes: Uint8Array, view: DataView, little: boolean, at: number) {
  if (at < 8 || at + 2 > bytes.length) return null;
  const count = view.getUint16(at, little);
  const to = at + 2 + count * 12 + 4;
  if (to > bytes.length || count === 0) return null;
  const fields = new Map<number, Field>();
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + index * 12;
    const kind = view.getUint16(entry + 2, little);
    const size = sizes[kind] ?? 0;
    const items = view.getUint32(entry + 4, little);
    const length = size * items;
    const from = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    if (from + length > bytes.length) return null;
    const values = (item: number) => {
      const place = from + item * size;
      if (item >= items) return 0;
      if (size === 1) return view.getUint8(place);
      return size === 2 ? view.getUint16(place, little) : view.getUint32(place, little);
    };
    fields.set(view.getUint16(entry, little), { count: items, values, from, to: from + length });
  }
  return { fields, to, following: view.getUint32(to - 4, little) };
}

interface Picture extends Size {
  readonly decoded: number;
  readonly pieces: (readonly [number, number])[];
}

/** The picture of a directory; a page must have one. */
function pictureOf(fields: Map<number, Field>, page: boolean): Picture | DocumentProblem | null {
  const number = (tag: number, otherwise: number) => fields.get(tag)?.values(0) ?? otherwise;
  const [width, height] = [number(WIDTH, 0), number(HEIGHT, 0)];
  const [offsetTag, lengthTag] = fields.has(TILES[0]) ? TILES : STRIPS;
  const offsets = fields.get(offsetTag);
  const lengths = fields.get(lengthTag);
  if (width === 0 || height === 0 || !offsets || !lengths) return page ? "damaged" : null;
  if (!compressions.has(number(COMPRESSION, 1))) return "typeNotAllowed";
  if (offsets.count !== lengths.count) return "damaged";
  if (offsets.count > PIECES_MAX) return "tooComplex";
  const pieces = Array.from(
    { length: offsets.count },
    (_, index) => [offsets.values(index), lengths.values(index)] as const,
  );
  const decoded = (width * height * number(SAMPLES, 1) * number(BITS, 1)) / 8;
  return { width, height, decoded, pieces };
}
