import type { DocumentProblem } from "@/lib/documents/problems";
import { jpegSize } from "./jpeg";

/** A sheet of A3 at 600 dots per inch has 70 million; the largest photographs of phones have 108. */
const PIXELS_MAX = 120_000_000;
const SIDE_MAX = 40_000;

export function isTooManyPixels(width: number, height: number): boolean {
  return width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX;
}

/** What is wrong with a picture within a document: its size, as far as pictures of its kind tell it. */
export function pixelProblem(bytes: Uint8Array): DocumentProblem | null {
  const size = jpegSize(bytes) ?? pngSize(bytes) ?? gifSize(bytes);
  return size && isTooManyPixels(size.width, size.height) ? "tooComplex" : null;
}

function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 24 || !Buffer.from(bytes.subarray(0, 8)).equals(png)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
const png = Buffer.from("89504e470d0a1a0a", "hex");

function gifSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 10 || !/^GIF8[79]a/.test(Buffer.from(bytes.subarray(0, 6)).toString("latin1")))
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}
