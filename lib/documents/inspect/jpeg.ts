import type { DocumentProblem } from "@/lib/documents/problems";
import { hasWebCode } from "./signatures";

const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;

interface Segment {
  readonly marker: number;
  readonly from: number;
  readonly to: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** The size that the frame of a JPEG states, or null where it states none. */
export function jpegSize(bytes: Uint8Array): Size | null {
  if (!isJpeg(bytes)) return null;
  for (const segment of segmentsOf(bytes, 0)) if (isFrame(segment)) return sizeOf(bytes, segment);
  return null;
}

/**
 * What is wrong with a JPEG: it does not reach its end, hides code where pictures keep notes, or something
 * else follows it. Phones put further pictures and a few notes of their own behind the first.
 */
export function jpegProblem(
  bytes: Uint8Array,
  tooLarge: (size: Size) => boolean,
): DocumentProblem | null {
  let at = 0;
  for (let pictures = 0; pictures < 20 && isJpeg(bytes.subarray(at)); pictures++) {
    let end = -1;
    let size: Size | null = null;
    let scanned = false;
    for (const segment of segmentsOf(bytes, at)) {
      if (isFrame(segment)) size ??= sizeOf(bytes, segment);
      else if (segment.marker === SCAN) scanned = true;
      else if (segment.marker === END) end = segment.to;
      else if (segment.marker >= 0xe0 || segment.marker === COMMENT) {
        const note = textOf(bytes, segment);
        if (hasWebCode(note)) return "script";
        if (isMisfit(note)) return "contentDiffers";
      }
    }
    if (end < 0 || !scanned || !size || size.width === 0) return "damaged";
    if (tooLarge(size)) return "tooComplex";
    at = end;
    while (at < bytes.length && bytes[at] === 0) at++;
  }
  return at === bytes.length || isNotesOfPhone(bytes.subarray(at)) ? null : "embedded";
}

/** The segments of a JPEG up to its end; ends early where it is damaged. */
function* segmentsOf(bytes: Uint8Array, start: number): Generator<Segment> {
  let at = start + 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      yield { marker, from: at + 2, to: at + 2 };
      return;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const to = at + 2 + length;
    if (length < 2 || to > bytes.length) return;
    yield { marker, from: at + 4, to };
    at = marker === SCAN ? afterScan(bytes, to) : to;
  }
}

/** Behind the picture's own data, in which FF is followed by 00 or by a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** C0 to CF begin a frame, but for tables and what is reserved. */
const isFrame = ({ marker, from, to }: Segment) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && to - from >= 5;

function sizeOf(bytes: Uint8Array, { from }: Segment): Size {
  const two = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return { height: two(from + 1), width: two(from + 3) };
}

const textOf = (bytes: Uint8Array, { from, to }: Segment) =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");

/** A JFIF head is as long as its thumbnail needs; one of another length hides something. */
function isMisfit(note: string): boolean {
  if (!note.startsWith("JFIF\0")) return false;
  return note.length !== 14 + 3 * note.charCodeAt(12) * note.charCodeAt(13);
}

/** Samsung's phones end a picture with short notes, such as the time, and the mark SEFT. */
function isNotesOfPhone(rest: Uint8Array): boolean {
  const text = Buffer.from(rest.subarray(0, 4096)).toString("latin1");
  return rest.length <= 4096 && text.endsWith("SEFT") && !/[<{]|PK\x03|ftyp/.test(text);
}
