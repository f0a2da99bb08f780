import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";

const folder = path.join(import.meta.dirname, "..");

export const honest = (name: string) => readFileSync(path.join(folder, "honest", name));
export const write = (name: string, ...bytes: (Uint8Array | string)[]) =>
  writeFileSync(
    path.join(folder, "hostile", name),
    Buffer.concat(bytes.map((one) => Buffer.from(one))),
  );

export const docx = honest("libreoffice-letter.docx");
export const xlsx = honest("libreoffice-sheet.xlsx");
export const xps = honest("ghostscript.xps");
export const pdf = honest("qpdf-object-streams.pdf");
export const jpg = honest("imagemagick.jpg");
export const tif = honest("ghostscript-g4.tif");
export const rtf = honest("libreoffice-letter.rtf").toString("latin1");
export const zip = zipSync(
  { "run.sh": strToU8("#!/bin/sh\n") },
  { mtime: new Date("2026-11-20T12:00:00") },
);

/** The same bytes with another 32-bit number in them. */
export function patched(bytes: Uint8Array, at: number, value: Uint8Array | number[]): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.set(value, at);
  return copy;
}
