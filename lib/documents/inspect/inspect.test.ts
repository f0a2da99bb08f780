import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { compoundFileNames } from "@/lib/documents/inspect/compound-file";
import { acceptedExtensions, DOCUMENT_MAX_BYTES, documentExtensions } from "@/lib/documents/limits";
import { inspectBytes } from "@/lib/documents/inspect/inspect";

const text = (content: string) => new TextEncoder().encode(content);
const part = strToU8("<x/>");
const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(["[Content_Types].xml", ...names].map((name) => [name, part])));

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
    view.setUint8(at + 66, 2);
  });
  change(view);
  return bytes;
}

const pdf = text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const jpeg = new Uint8Array([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
]);
const tiff = new Uint8Array([
  0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
]);
const rtf = text("{\\rtf1\\ansi Invoice}");
const docx = zip("_rels/.rels", "word/document.xml");
const xlsx = zip("xl/workbook.xml");

describe("what a file truly is", () => {
  it.each([
    ["invoice.pdf", pdf, "pdf"],
    ["INVOICE.PDF", pdf, "pdf"],
    ["list.docx", docx, "docx"],
    ["list.docx", zip("word\\document2.xml"), "docx"],
    ["list.xlsx", xlsx, "xlsx"],
    ["waybill.xps", zip("FixedDocSeq.fdseq", "Documents/1/FixedDoc.fdoc"), "xps"],
    ["waybill.xps", zip("FixedDocSeq.fdseq/[0].piece"), "xps"],
    ["letter.doc", compound(["WordDocument", "1Table"]), "doc"],
    ["sheet.xls", compound(["Workbook"]), "xls"],
    ["sheet.xls", compound(["Book"]), "xls"],
    ["note.rtf", rtf, "rtf"],
    ["photo.jpg", jpeg, "jpg"],
    ["photo.jpeg", jpeg, "jpg"],
    ["scan.tif", tiff, "tif"],
    ["scan.tiff", tiff, "tif"],
    ["note.txt", text("Reçu le 20 novembre\r\n"), "txt"],
    ["note.txt", new Uint8Array([0x52, 0x65, 0xe7, 0x75, 0x85]), "txt"],
    ["note.txt", new Uint8Array([0xff, 0xfe, 0x52, 0, 0xe9, 0]), "txt"],
    ["two.dots.txt", text("x"), "txt"],
  ])("%s", async (name, bytes, type) => {
    expect(await inspectBytes(bytes, name)).toMatchObject({ ok: true, value: { type } });
  });
});

describe("what is refused", () => {
  const many = Object.fromEntries(
    Array.from({ length: 5001 }, (_, n) => [`word/${n}.xml`, new Uint8Array()]),
  );
  const truncated = docx.slice(0, docx.length - 30);
  const bomb = () => {
    const bytes = zipSync({ "[Content_Types].xml": part, "word/document.xml": part });
    // The first entry of the central directory claims to inflate to 3 GB.
    const at = bytes.findIndex(
      (_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1,
    );
    new DataView(bytes.buffer).setUint32(at + 24, 3_000_000_000, true);
    return bytes;
  };
  it.each([
    ["nothing", "a.pdf", new Uint8Array(), "empty"],
    [
      "a file over the limit",
      "a.txt",
      new Uint8Array(DOCUMENT_MAX_BYTES + 1).fill(0x20),
      "tooLarge",
    ],
    ["a program", "a.exe", text("MZ"), "typeNotAllowed"],
    ["a name without extension", "pdf", pdf, "typeNotAllowed"],
    ["a web page", "a.html", text("<p>"), "typeNotAllowed"],
    [
      "a program under another name",
      "a.txt",
      new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
      "contentDiffers",
    ],
    ["a PDF named as a picture", "a.jpg", pdf, "contentDiffers"],
    ["a PDF named as text", "a.txt", pdf, "contentDiffers"],
    ["text named as a PDF", "a.pdf", text("hello"), "contentDiffers"],
    ["a PDF behind something else", "a.pdf", text("<script></script>%PDF-1.7"), "contentDiffers"],
    ["a sheet named as a letter", "a.docx", xlsx, "contentDiffers"],
    ["an old letter named as a new one", "a.docx", compound(["WordDocument"]), "contentDiffers"],
    ["an installer in the old container", "a.doc", compound(["Property"]), "contentDiffers"],
    ["a mere zip", "a.docx", zip("readme.txt"), "contentDiffers"],
    ["text with a control character", "a.txt", text("a\u0007b"), "contentDiffers"],
    ["bytes that are no text", "a.txt", new Uint8Array([0x80, 0x81, 0x8d]), "contentDiffers"],
    ["macros in a new file", "a.docx", zip("word/document.xml", "word/vbaProject.bin"), "macros"],
    ["macros in an old letter", "a.doc", compound(["WordDocument", "Macros"]), "macros"],
    ["macros in an old sheet", "a.xls", compound(["Workbook", "_VBA_PROJECT_CUR"]), "macros"],
    ["a file locked with a password", "a.docx", compound(["EncryptedPackage"]), "encrypted"],
    ["a broken zip", "a.docx", truncated, "damaged"],
    ["a zip of too many parts", "a.docx", zipSync(many), "damaged"],
    ["a zip bomb", "a.docx", bomb(), "damaged"],
    ["a broken old file", "a.doc", compound([]).slice(0, 600), "damaged"],
  ])("%s", async (_what, name, bytes, error) => {
    expect(await inspectBytes(bytes, name)).toEqual({ ok: false, error });
  });

  it("ends on a directory that runs in circles", () => {
    const circle = compound(["WordDocument"], (view) => {
      view.setUint32(512 + 4, 1, true);
      view.setUint32(0x44, 2, true);
    });
    expect(compoundFileNames(circle)).toContain("WordDocument");
  });
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
  const entry = compound(["Workbook"]).subarray(sector * 2, sector * 3);
  bytes.set(entry, (directory + 1) * sector);
  expect(compoundFileNames(bytes)).toEqual(["Root Entry", "Workbook"]);
});

it("names the twelve extensions of the guide", () => {
  expect([...documentExtensions].sort()).toEqual([
    "doc",
    "docx",
    "jpeg",
    "jpg",
    "pdf",
    "rtf",
    "tif",
    "tiff",
    "txt",
    "xls",
    "xlsx",
    "xps",
  ]);
  expect(acceptedExtensions).toContain(".pdf,");
});
