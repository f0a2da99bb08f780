import { deflateSync } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { DocumentProblem } from "@/lib/documents/problems";
import { DOCUMENT_MAX_BYTES } from "@/lib/documents/limits";
import { pdfFile } from "./pdf-file";
import { zipOfZeros } from "./zip-of-zeros";

/* Hostile files that are too large for the repository, or that would make somebody's antivirus delete it. */

/** What every antivirus takes for a virus, and nothing else does. In pieces, so that this file is none. */
export const eicar = strToU8(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

/** The same within a document. */
export const eicarWithin = (docx: Uint8Array) =>
  zipSync({ ...unzipSync(docx), "word/media/note.dat": eicar });

const withPart = (docx: Uint8Array, name: string, bytes: Uint8Array) =>
  zipSync({ ...unzipSync(docx), [name]: bytes }, { level: 6 });

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

/** A PDF whose streams unpack to 1.1 GB, in one and a half megabytes. */
function streamBomb(): Uint8Array {
  const data = deflateSync(zeros(110));
  const stream = `<</Filter/FlateDecode/Length ${data.length}>>stream\n${data.toString("latin1")}\nendstream`;
  return pdfFile({ more: Array.from({ length: 11 }, (_, n) => [n + 9, stream] as const) });
}

function manyPages(count: number): Uint8Array {
  const pages = Array.from({ length: count }, (_, n) => [n + 9, "<</Type/Page>>"] as const);
  return pdfFile({ more: pages, kids: pages.map(([id]) => `${id} 0 R`).join(" ") });
}

/** A tree of pages in which each level names the next one ten times: a hundred million pages. */
const pagesOfPages = () =>
  pdfFile({
    kids: "10 0 R",
    more: Array.from({ length: 8 }, (_, n) => {
      const next = n < 7 ? `${n + 11} 0 R ` : "3 0 R ";
      return [n + 10, `<</Type/Pages/Kids[${next.repeat(10)}]>>`] as const;
    }),
  });

/** Pages of one pixel each, one directory after the other. */
function manyPictures(count: number): Uint8Array {
  const fields = [
    [256, 3, 1, 1],
    [257, 3, 1, 1],
    [259, 3, 1, 1],
    [273, 4, 1, 8],
    [279, 4, 1, 1],
  ] as const;
  const length = 2 + fields.length * 12 + 4;
  const file = Buffer.alloc(10 + count * length);
  file.write("II*\0", "latin1");
  file.writeUInt32LE(10, 4);
  for (let page = 0; page < count; page++) {
    const at = 10 + page * length;
    file.writeUInt16LE(fields.length, at);
    fields.forEach(([tag, kind, items, value], index) => {
      file.writeUInt16LE(tag, at + 2 + index * 12);
      file.writeUInt16LE(kind, at + 4 + index * 12);
      file.writeUInt32LE(items, at + 6 + index * 12);
      file.writeUInt32LE(value, at + 10 + index * 12);
    });
    file.writeUInt32LE(page + 1 < count ? at + length : 0, at + length - 4);
  }
  return file;
}

const full = (text: string) => text.repeat(Math.floor(DOCUMENT_MAX_BYTES / text.length) - 10);
const framed = (inside: string) =>
  Buffer.from(`%PDF-1.7\n1 0 obj null endobj\n${inside}\n%%EOF`, "latin1");

type Made = readonly [name: string, bytes: () => Uint8Array, answer: DocumentProblem];

export const made = (docx: Uint8Array): readonly Made[] => [
  ["sixteen-megabytes.txt", () => zeros(16).fill(0x20), "tooLarge"],
  ["bomb.docx", () => zipOfZeros(40, 9), "tooComplex"],
  ["bomb-by-ratio.xlsx", () => zipOfZeros(1, 50), "tooComplex"],
  // Honest as to its sizes: what is wrong is found only after all of it was unpacked.
  ["much-of-nothing.docx", () => zipOfZeros(30, 9), "contentDiffers"],
  [
    "many-entries.docx",
    () =>
      zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`${n}`, strToU8("")]))),
    "tooComplex",
  ],
  ["stream-bomb.pdf", streamBomb, "tooComplex"],
  ["many-pages.pdf", () => manyPages(1001), "tooComplex"],
  ["pages-of-pages.pdf", pagesOfPages, "tooComplex"],
  ["many-pages.tif", () => manyPictures(501), "tooComplex"],
  // Each of these makes a careless reader go through the rest of the file again and again.
  ["open-strings.pdf", () => framed(full("1 0 obj(")), "tooComplex"],
  ["open-arrays.pdf", () => framed(full("1 0 obj[")), "tooComplex"],
  ["open-streams.pdf", () => framed(full("1 0 obj<<>>stream\n")), "tooComplex"],
  ["open-hexadecimals.pdf", () => framed(full("1 0 obj<")), "tooComplex"],
  ["open-groups.rtf", () => strToU8(full("{\\rtf1")), "tooComplex"],
  ["open-fields.rtf", () => strToU8(`{\\rtf1${full("{\\*\\fldinst A}")}`), "damaged"],
  [
    "open-tags.docx",
    () => withPart(docx, "word/document.xml", strToU8(full("<a b='"))),
    "tooComplex",
  ],
];
