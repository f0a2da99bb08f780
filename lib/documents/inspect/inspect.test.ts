import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { sheetProblems } from "@/lib/documents/inspect/biff";
import { readCompoundFile } from "@/lib/documents/inspect/compound-file";
import type { Findings } from "@/lib/documents/inspect/findings";
import { inspectBytes } from "@/lib/documents/inspect/inspect";
import { acceptedExtensions, DOCUMENT_MAX_BYTES, documentExtensions } from "@/lib/documents/limits";
import { pdfWith } from "@/tests/factories/document-files";

/* The files of tests/files are held to their answers there; here stands what no file shows well. */

const text = (content: string) => new TextEncoder().encode(content);

/** A minimal compound file: header, one allocation sector, one directory sector, one empty sector. */
function compound(names: string[], change: (view: DataView) => void = () => undefined): Uint8Array {
  const sector = 512;
  const bytes = new Uint8Array(sector * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1e, 9, true);
  view.setUint32(0x30, 1, true); // the directory begins in sector 1
  view.setUint32(0x44, 0xfffffffe, true);
  view.setUint32(0x4c, 0, true); // the allocation table is sector 0
  for (let index = 1; index < 109; index++) view.setUint32(0x4c + index * 4, 0xffffffff, true);
  view.setUint32(sector + 4, 0xfffffffe, true); // sector 1 ends its chain
  ["Root Entry", ...names].forEach((name, index) => {
    const at = sector * 2 + index * 128;
    for (let position = 0; position < name.length; position++) {
      view.setUint16(at + position * 2, name.charCodeAt(position), true);
    }
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, index === 0 ? 5 : 2);
  });
  change(view);
  return bytes;
}
const namesIn = (bytes: Uint8Array) =>
  readCompoundFile(bytes)?.entries.flatMap(({ name }) => (name === "" ? [] : [name]));

describe("text", () => {
  it.each([
    ["note.txt", text("Reçu le 20 novembre\r\n"), true],
    ["NOTE.TXT", text("x"), true],
    ["two.dots.txt", text("x"), true],
    ["note.txt", new Uint8Array([0x52, 0x65, 0xe7, 0x75, 0x85]), true],
    ["note.txt", new Uint8Array([0xff, 0xfe, 0x52, 0, 0xe9, 0]), true],
    ["note.txt", text("a\u0007b"), false],
    ["note.txt", new Uint8Array([0x80, 0x81, 0x8d]), false],
    ["note.txt", text("Dear office, <script src=x></script>"), false],
  ])("%s %o", async (name, bytes, taken) => {
    expect((await inspectBytes(bytes, name)).ok).toBe(taken);
  });
});

describe("before the content", () => {
  it.each([
    ["nothing", "a.pdf", new Uint8Array(), "empty"],
    ["over the limit", "a.txt", new Uint8Array(DOCUMENT_MAX_BYTES + 1).fill(32), "tooLarge"],
    ["a program", "a.exe", text("MZ"), "typeNotAllowed"],
    ["a name without extension", "pdf", text("%PDF-1.7"), "typeNotAllowed"],
    ["a web page", "a.html", text("<p>"), "typeNotAllowed"],
    ["a mere zip", "a.docx", zipSync({ "readme.txt": strToU8("x") }), "contentDiffers"],
    ["an installer", "a.doc", compound(["Property"]), "contentDiffers"],
  ])("%s", async (_what, name, bytes, error) => {
    expect(await inspectBytes(bytes, name)).toEqual({ ok: false, error });
  });

  it("names the twelve extensions of the guide", () => {
    const twelve = "doc docx jpeg jpg pdf rtf tif tiff txt xls xlsx xps";
    expect([...documentExtensions].sort().join(" ")).toBe(twelve);
    expect(acceptedExtensions).toContain(".pdf,");
  });
});

describe("a link of a PDF", () => {
  const link = (address: string) =>
    `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ${address} >> >>]`;
  /** With one object more, which inspection finds wherever it stands. */
  const and = (object: string, file: Buffer) =>
    Buffer.from(file.toString("latin1").replace("5 0 obj", `6 0 obj\n${object}\nendobj\n5 0 obj`));

  it.each([
    ["to the web", pdfWith("", link("(https://example.ca)")), true],
    ["to the web, elsewhere", and("(https://example.ca)", pdfWith("", link("6 0 R"))), true],
    ["below an address", pdfWith("/URI << /Base (https://a.ca/) >>", link("(b)")), true],
    ["that runs", pdfWith("", link("(javascript:alert)")), false],
    ["that runs, elsewhere", and("(javascript:alert)", pdfWith("", link("6 0 R"))), false],
    ["to a disk, elsewhere", and("(file://there/share)", pdfWith("", link("6 0 R"))), false],
    ["two objects away", and("4 0 R", pdfWith("", link("6 0 R"))), false],
    ["in UTF-16", pdfWith("", link("<FEFF006A0061007600610073003A0061>")), false],
    ["in UTF-8", pdfWith("", link("<EFBBBF6A61766173637269703A>")), false],
    ["below a program", pdfWith("/URI << /Base (javascript:) >>", link("(a)")), false],
  ])("%s", async (_what, bytes, taken) => {
    const inspected = await inspectBytes(bytes, "a.pdf");
    expect(inspected.ok || inspected.error).toBe(taken || "script");
  });
});

describe("office files of before 2007", () => {
  it("ends on a directory that runs in circles", () => {
    const circle = compound(["WordDocument"], (view) => {
      view.setUint32(512 + 4, 1, true);
      view.setUint32(0x44, 2, true);
    });
    expect(readCompoundFile(circle)).toBeNull();
  });

  it("finds the directory where the header no longer names its allocation sector", () => {
    // 110 allocation sectors: the last is named in a sector of its own, as in files of more than 7 MB.
    const sector = 512;
    const directory = 109 * 128;
    const bytes = new Uint8Array((directory + 2) * sector);
    const view = new DataView(bytes.buffer);
    bytes.set(compound([]).subarray(0, sector));
    view.setUint32(0x30, directory, true);
    view.setUint32(0x44, 0, true); // the list goes on in sector 0
    view.setUint32(sector, 1, true); // allocation sector 109 is sector 1
    view.setUint32(sector + 508, 0xfffffffe, true);
    view.setUint32(sector * 2, 0xfffffffe, true); // where the directory's chain ends
    bytes.set(compound(["Workbook"]).subarray(sector * 2, sector * 3), (directory + 1) * sector);
    expect(namesIn(bytes)).toEqual(["Root Entry", "Workbook"]);
  });

  const record = (kind: number, ...data: number[]) => [
    kind & 255,
    kind >> 8,
    data.length,
    0,
    ...data,
  ];
  const begin = record(0x0809, 0, 6, 5, 0, 0, 0, 0, 0);
  it.each([
    ["a book of its own", record(0x01ae, 1, 0, 1, 4), []],
    ["another book", record(0x01ae, 1, 0, 3, 0, 0, 1, 65, 66), ["external"]],
    ["a name of another program", record(0x0023, 0x10, 0, 0, 0), ["external"]],
    ["a query of the web", record(0x01ad, 0, 0), ["external"]],
    ["a macro sheet", record(0x0809, 0, 6, 0x40, 0), ["macros"]],
    ["a project of macros", record(0x00d3), ["macros"]],
    ["a lock", record(0x002f, 0, 0), ["encrypted"]],
    ["a record that is cut off", [0x85, 0, 99, 0], ["damaged"]],
  ])("%s", (_what, bytes, expected) => {
    const findings: Findings = new Set();
    sheetProblems(new Uint8Array([...begin, ...bytes]), findings);
    expect([...findings]).toEqual(expected);
  });
});
