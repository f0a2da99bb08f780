import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "@/lib/tables/cell";
import { asCsv } from "@/lib/tables/csv";
import { asXlsx } from "@/lib/tables/xlsx";

const textTable = (texts: readonly string[]): Table => ({
  headers: ["Text"],
  rows: texts.map((text) => [{ text }]),
});

/** A strict reader of RFC 4180. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv);
    if (!found) throw new Error("not CSV");
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const leading = ["=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"];
const nasty = fc
  .tuple(fc.constantFrom("", ...leading), fc.string({ unit: "binary" }))
  .map(([first, rest]) => first + rest);

describe("CSV", () => {
  it("is read back as it was, with an apostrophe before what would be a formula", () => {
    fc.assert(
      fc.property(fc.array(nasty), (texts) => {
        const csv = asCsv(textTable(texts));
        expect(csv.startsWith("\uFEFF")).toBe(true);
        const [head, ...rows] = readCsv(csv.slice(1));
        expect(head).toEqual(["Text"]);
        expect(rows.map(([text]) => text)).toEqual(
          texts.map((text) => (leading.some((one) => text.startsWith(one)) ? `'${text}` : text)),
        );
      }),
    );
  });

  it("keeps a text whole also where semicolons separate", () => {
    const csv = asCsv(textTable(["X;=1+1"]));
    expect(csv).toContain('"X;=1+1"');
  });

  it("has numbers as figures and days as ISO dates, and nothing for what is missing", () => {
    const rows = [[{ number: "1234.50" }, { day: "2026-11-25" }, null, { text: 'a "b", c' }]];
    expect(asCsv({ headers: ["N", "D", "X", "T"], rows })).toBe(
      '\uFEFFN,D,X,T\r\n1234.50,2026-11-25,,"a ""b"", c"\r\n',
    );
  });
});

async function sheetOf(table: Table): Promise<{ sheet: string; strings: string }> {
  const files = unzipSync(await asXlsx(table, "List"));
  const name = Object.keys(files).find((file) => /^xl\/worksheets\/.*\.xml$/.test(file)) ?? "";
  const read = (file: string) => strFromU8(files[file] ?? new Uint8Array());
  return { sheet: read(name), strings: read("xl/sharedStrings.xml") };
}

describe("XLSX", () => {
  it("has numbers as numbers and days as days of the calendar", async () => {
    const rows = [[{ number: "1234.50" }, { day: "2026-11-25" }, null]];
    const { sheet } = await sheetOf({ headers: ["N", "D", "X"], rows });
    expect(sheet).toMatch(/<c r="A2"[^>]*><v>1234.5<\/v><\/c>/);
    // Days since the last of 1899.
    expect(sheet).toMatch(/<c r="B2"[^>]*><v>46351<\/v><\/c>/);
  });

  it("never has a formula, nor what XML cannot hold, whatever a text is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          nasty.filter((text) => !text.includes("\uFFFD")),
          { maxLength: 5 },
        ),
        async (texts) => {
          const { sheet, strings } = await sheetOf(textTable(texts));
          expect(sheet).not.toMatch(/<f[ >]/);
          expect(sheet + strings).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF\uFFFD]/u);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("keeps text as text, accents and signs with it", async () => {
    const { sheet, strings } = await sheetOf(textTable(["=1+1 & <Écluse>"]));
    expect(sheet + strings).toContain("=1+1 &amp; &lt;Écluse&gt;");
  });
});
