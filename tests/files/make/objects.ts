import {
  type Change,
  added,
  body,
  bookRels,
  both,
  compound,
  edited,
  office,
  related,
  repacked,
  wordRels,
} from "./parts";
import { docx, honest, xlsx, zip, write } from "./shared";

const packages: [name: string, base: Uint8Array, change: Change][] = [
  ["macros.docx", docx, added("word/vbaProject.bin", compound)],
  ["macros-other-case.docx", docx, added("Word/VBAPROJECT.BIN", "x")],
  [
    "macros-renamed-part.docx",
    docx,
    both(
      added("word/theme/colours.bin", "x"),
      related(
        wordRels,
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        "theme/colours.bin",
      ),
    ),
  ],
  [
    "macros-by-content-type.docx",
    docx,
    edited(
      "[Content_Types].xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      "application/vnd.ms-word.document.macroEnabled.main+xml",
    ),
  ],
  [
    "xlsm-renamed.xlsx",
    xlsx,
    both(
      added("xl/vbaProject.bin", compound),
      edited(
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      ),
    ),
  ],
  [
    "macro-sheet.xlsx",
    xlsx,
    both(
      added(
        "xl/macrosheets/sheet1.xml",
        '<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>',
      ),
      related(
        bookRels,
        "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
        "macrosheets/sheet1.xml",
      ),
    ),
  ],
  [
    "macro-name.xlsx",
    xlsx,
    edited(
      "xl/workbook.xml",
      "</workbook>",
      '<definedNames><definedName name="_xlnm.Auto_Open" xlm="1">A!$A$1</definedName></definedNames></workbook>',
    ),
  ],
  [
    "ole-object.docx",
    docx,
    both(
      added("word/embeddings/oleObject1.bin", compound),
      related(wordRels, `${office}oleObject`, "embeddings/oleObject1.bin"),
    ),
  ],
  [
    "ole-object-as-picture.docx",
    docx,
    added("word/media/image9.png", honest("libreoffice-letter.doc")),
  ],
  [
    "embedded-package.xlsx",
    xlsx,
    both(added("xl/media/more.dat", docx), related(bookRels, `${office}package`, "media/more.dat")),
  ],
  ["nested-zip.docx", docx, added("word/media/data.bin", zip)],
  [
    "program.docx",
    docx,
    added("word/media/logo.emf", Buffer.from(`4d5a${"00".repeat(58)}4000000050450000`, "hex")),
  ],
  [
    "active-x.docx",
    docx,
    both(
      added(
        "word/activeX/activeX1.xml",
        '<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" ax:classid="{D27CDB6E-AE6D-11CF-96B8-444553540000}"/>',
      ),
      related(wordRels, `${office}control`, "activeX/activeX1.xml"),
    ),
  ],
  [
    "alternative-chunk.docx",
    docx,
    both(
      added("word/chunk.dat", "<html><body>hello</body></html>"),
      related(wordRels, `${office}aFChunk`, "chunk.dat"),
      body(
        '<w:altChunk r:id="rId99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>',
      ),
    ),
  ],
];
for (const [name, base, change] of packages) write(name, repacked(base, change));
