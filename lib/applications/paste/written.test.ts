import fc from "fast-check";
import { expect, it } from "vitest";
import { lineColumns, readLines } from "./lines";
import { originColumns, readOrigins } from "./origins";
import { heading, type ColumnName } from "./words";
import { writtenLine, writtenOrigin } from "./written";
import type { OriginRow } from "@/lib/applications/answers";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const reference = readReferenceFiles();
const names = {
  reference,
  certificates: [
    { id: "bw", number: "BW 0078214", issuer: "BW" },
    { id: "za", number: "00119820", issuer: "ZA" },
  ],
};
const locales = fc.constantFrom("en" as const, "fr" as const);
const separators = fc.constantFrom("\t", ";", ",");
const breaks = fc.constantFrom("\n", "\r\n", "\r");

const amount = fc
  .integer({ min: 1, max: 9_999_999_999 })
  .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`);
const words = fc
  .string({
    unit: fc.constantFrom(
      "a",
      "Zé",
      "œ",
      " ",
      "’",
      '"',
      "«",
      ";",
      ",",
      "\t",
      "\n",
      "0",
      "-",
      "(N°",
    ),
  })
  .map((text) => text.replace(/\s+/gu, " ").trim())
  .filter((text) => text !== "");
const angle = (most: number) =>
  fc.record({
    degrees: fc.integer({ min: 0, max: most }).map(String),
    minutes: fc.integer({ min: 0, max: 599_999 }).map((tenth) => (tenth / 10_000).toFixed(4)),
  });
const country = fc.constantFrom(
  "unknown",
  ...reference.participants
    .map(({ code }) => code)
    .filter((code) => code !== "EU" && code !== "CA"),
);
const base = { id: fc.constant("-"), carats: amount, usd: amount };
const place = { facilityName: words, facilityPlace: words };
const row: fc.Arbitrary<OriginRow> = fc.oneof(
  fc.record({
    ...base,
    category: fc.constant("new_production" as const),
    mine: fc.constantFrom(...reference.mines.map(({ code }) => code)),
    notes: words,
  }),
  fc.record({
    ...base,
    category: fc.constant("previously_imported" as const),
    importCertificateId: fc.constantFrom("bw", "za"),
  }),
  fc.record({
    ...base,
    ...place,
    category: fc.constant("exploration" as const),
    latitude: angle(90),
    longitude: angle(180),
  }),
  fc.record({
    ...base,
    ...place,
    category: fc.constant("extraction" as const),
    concentratesFrom: fc.constant("in_canada" as const),
  }),
  fc.record({
    ...base,
    ...place,
    category: fc.constant("extraction" as const),
    concentratesFrom: fc.constant("outside_canada" as const),
    statedOrigin: country,
  }),
  fc.record({
    ...base,
    category: fc.constant("in_canada_before_2003" as const),
    statedOrigin: country,
  }),
);

/** As a spreadsheet writes a cell: in quotes where it must be. */
const cellIn = (separator: string) => (cell: string) =>
  cell.includes('"') || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;

function sheet(rows: readonly string[][], separator: string, lineBreak: string): string {
  return rows.map((cells) => cells.map(cellIn(separator)).join(separator)).join(lineBreak);
}

const headings = (columns: readonly ColumnName[], locale: "en" | "fr") =>
  columns.map((column) => heading(column, locale));

it("origin rows as the page writes them are read back as they were, with headings and without", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 20 }),
      locales,
      separators,
      breaks,
      fc.boolean(),
      (rows, locale, separator, lineBreak, withHeadings) => {
        const written = rows.map((each) => writtenOrigin(each, names, locale));
        const lines = withHeadings ? [headings(originColumns, locale), ...written] : written;
        const pasted = readOrigins(sheet(lines, separator, lineBreak), { locale, names, room: 20 });
        expect(pasted.ok ? pasted.rows.map((each) => ({ ...each, id: "-" })) : pasted).toEqual(
          rows,
        );
      },
    ),
    { numRuns: 100 },
  );
});

it("tariff lines too", () => {
  const line = fc.record({
    subheading: fc.constantFrom("7102.10", "7102.21", "7102.31"),
    carats: amount,
    usd: amount,
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      locales,
      separators,
      fc.boolean(),
      (rows, locale, separator, withHeadings) => {
        const written = rows.map((each) => writtenLine(each, locale));
        const lines = withHeadings ? [headings(lineColumns, locale), ...written] : written;
        const { subheadings } = reference;
        const text = sheet(lines, separator, "\r\n");
        const pasted = readLines(text, { locale, subheadings, room: 3 });
        expect(pasted.ok ? pasted.rows : pasted).toEqual(rows);
      },
    ),
  );
});
