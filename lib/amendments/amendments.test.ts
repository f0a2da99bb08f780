import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTable, readFile } from "@/lib/amendments/csv";
import { restsOn } from "@/lib/amendments/effect";
import { fatesOf, type Present } from "@/lib/amendments/fate";
import type { Field } from "@/lib/amendments/fields";
import { kinds, referenceKinds } from "@/lib/amendments/kinds";
import { isFelt, jsonFrom, keyOf, rowFrom, type Row } from "@/lib/amendments/row";
import { rowForm, rowSchema } from "@/lib/amendments/schema";
import { wrongTogether } from "@/lib/amendments/schema-row";
import { parseForm } from "@/lib/forms/parse-form";
import { asCsv } from "@/lib/tables/csv";
import en from "@/messages/en.json";
import { readReferenceFiles } from "@/prisma/seed/reference/files";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** Anything that a field can hold. */
function anyOf(field: Field): fc.Arbitrary<string | null> {
  const day = fc
    .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    .map((s) => `a${s}`.normalize("NFC").replaceAll("\0", "").replace(/\s+/gu, " ").trim());
  const some = ((): fc.Arbitrary<string> => {
    switch (field.type) {
      case "code":
        return fc.constantFrom(field.example.split(", ")[0] ?? "");
      case "of":
        return fc.constantFrom("NA", "EKATI", "7102.10");
      case "choice":
        return fc.constantFrom(...field.options);
      case "text":
      case "words":
        return text;
      case "day":
        return day;
      case "whole":
        return fc.integer({ min: field.least, max: field.most }).map(String);
      case "decimal":
        return fc
          .integer({ min: field.least * 100, max: Math.min(field.most, 1_000_000) * 100 })
          .map((n) => (n / 100).toFixed(field.places));
      case "flag":
        return fc.constantFrom("true", "false");
      case "time":
        return fc.constantFrom("00:00", "08:05", "16:30", "24:00");
      case "weekdays":
        return fc.constantFrom("1", "1 2 3 4 5", "6 7");
    }
  })();
  return field.required ? some : fc.option(some);
}

const anyRow = (kind: ReferenceKind): fc.Arbitrary<Row> =>
  fc
    .record(Object.fromEntries(kinds[kind].fields.map((field) => [field.name, anyOf(field)])))
    .filter((row) => wrongTogether(kind, row).length === 0);

describe.each(referenceKinds)("%s", (kind) => {
  it("come back from a file as they went into it", () => {
    fc.assert(
      fc.property(fc.array(anyRow(kind), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = readFile(kind, asCsv(asTable(kind, rows)));
        expect(read.ok && read.lines.map(({ row }) => row)).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  it("come back from the database's way of writing", () => {
    fc.assert(
      fc.property(anyRow(kind), (row) => {
        expect(rowFrom(kind, jsonFrom(kind, row))).toEqual(row);
      }),
      { numRuns: 40 },
    );
  });

  it("have a name in both languages for each field, and a form that takes them", () => {
    for (const { name, column } of kinds[kind].fields) {
      expect(Object.keys(en.office.reference.fields)).toContain(name);
      expect(en.errors.reference.required).toContain(` ${name} {`);
      expect(column).toMatch(/^[a-z_]+$/);
    }
    const [row] = fc.sample(anyRow(kind), 1);
    const form = new FormData();
    for (const [name, value] of Object.entries(row ?? {})) form.set(`row.${name}`, value ?? "");
    form.set("source", "SOR/2026-1");
    form.set("why", "Because.");
    form.set("effectiveFrom", "2026-12-01");
    const parsed = parseForm(rowForm(kind, false), form, "fr");
    expect(parsed.ok && parsed.value.row).toEqual(row);
  });

  it("ask for every required field at once", () => {
    const empty = rowSchema(kind).safeParse({});
    const missing = empty.error?.issues.map(({ path }) => path[0]);
    const required = kinds[kind].fields.filter((field) => field.required);
    expect(missing).toEqual(required.map(({ name }) => name));
  });
});

describe("the project's own files", () => {
  const files = readReferenceFiles();

  const { hours: officeHours, letterTexts: letters, ...others } = files;
  const named = { officeHours, letters, ...others };

  it.each(referenceKinds)("hold right %s", (kind) => {
    const rows = named[kind] as readonly unknown[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const written = rowFrom(kind, row);
      expect(rowSchema(kind).parse(written), keyOf(kind, written)).toEqual(written);
    }
  });
});

describe("a file", () => {
  const head = "code,name_en,name_fr,participant,valid_from,valid_to";
  const present: Present = {
    rows: new Map([
      [
        "BE",
        {
          code: "BE",
          nameEn: "Belgium",
          nameFr: "Belgique",
          participant: "EU",
          validFrom: null,
          validTo: null,
        },
      ],
    ]),
    keys: { participants: new Set(["EU", "CN"]) },
    open: new Set(["LI"]),
    newest: new Map([["HK", "2027-01-01"]]),
  };
  const fates = (text: string) => {
    const read = readFile("countries", text);
    if (!read.ok) throw new Error(JSON.stringify(read));
    return fatesOf("countries", read.lines, present, "2026-12-01");
  };

  it("says the fate of each of its lines", () => {
    const found = fates(
      [
        head,
        "BE,Belgium,Belgique,EU,,",
        "",
        "MO,Macao,Macao,CN,1999-12-20,",
        "BE,Belgium,Royaume de Belgique,EU,,",
        "LI,Liechtenstein,Liechtenstein,CH,,",
        "HK,Hong Kong,Hong Kong,CN,,",
        "xx,,Pays,EU,2026-13-01,",
      ].join("\r\n"),
    );
    expect(found.map(({ line, fate }) => [line, fate])).toEqual([
      [2, "unchanged"],
      [4, "new"],
      [5, "wrong"],
      [6, "wrong"],
      [7, "wrong"],
      [8, "wrong"],
    ]);
    expect(found.map(({ troubles }) => troubles.map(({ column, key }) => [column, key]))).toEqual([
      [],
      [],
      [["code", "reference.twice"]],
      [
        ["participant", "reference.unknown"],
        ["code", "reference.open"],
      ],
      [["code", "reference.order"]],
      [
        ["code", "reference.code"],
        ["name_en", "reference.required"],
        ["valid_from", "reference.day"],
      ],
    ]);
  });

  it("may come from a French spreadsheet, or be pasted from one, its columns in any order", () => {
    const row = {
      code: "MO",
      nameEn: "Macao; old",
      nameFr: "Macao",
      participant: "CN",
      validFrom: "1999-12-20",
      validTo: null,
    };
    for (const [mark, day] of [
      [";", "20 décembre 1999"],
      ["\t", "1999-12-20"],
    ] as const) {
      const columns = ["name_fr", "code", "name_en", "valid_to", "participant", "valid_from"];
      const cells = ["Macao", "MO", '"Macao; old"', "", "CN", day];
      const read = readFile("countries", `\uFEFF${columns.join(mark)}\n${cells.join(mark)}\n`);
      expect(read).toEqual({ ok: true, lines: [{ line: 2, row, troubles: [] }] });
    }
  });

  it.each([
    ["", "reference.csv.required"],
    [head, "reference.csv.required"],
    ["code,name_en\nBE,Belgium", "reference.csv.missing"],
    [`${head},capital\nBE,Belgium,Belgique,EU,,,Brussels`, "reference.csv.unknown"],
    [`${head}\n"BE,Belgium,Belgique,EU,,`, "reference.csv.quote"],
  ])("that is none is refused as a whole: %s", (text, key) => {
    expect(readFile("countries", text)).toMatchObject({ ok: false, problems: [{ key }] });
  });

  it("never changes the words of a version", () => {
    const first = {
      kind: "certification",
      version: "1",
      textEn: "I certify.",
      textFr: "Je certifie.",
      validFrom: "2003-01-01",
    };
    const versions: Present = {
      rows: new Map([["certification:1", first]]),
      keys: {},
      open: new Set(),
      newest: new Map(),
    };
    const lines = [
      { ...first, textEn: "I swear." },
      { ...first, version: "3" },
      { ...first, version: "2", validFrom: "2002-01-01" },
      { ...first, version: "2" },
    ].map((row, i) => ({ line: i + 2, row, troubles: [] }));
    const each = lines.map((line) => fatesOf("declarations", [line], versions, "2026-12-01")[0]);
    expect(each.map((fate) => fate?.troubles[0]?.key ?? fate?.fate)).toEqual([
      "reference.versionStays",
      "reference.versionNext",
      "reference.versionDay",
      "new",
    ]);
  });

  it("keeps what is filled in when a letter is written", () => {
    const first = {
      kind: "notice_answer",
      version: "1",
      textEn: "Answer by {date}.",
      textFr: "Répondez au plus tard le {date}.",
      validFrom: "2003-01-01",
    };
    const present: Present = {
      rows: new Map([["notice_answer:1", first]]),
      keys: {},
      open: new Set(),
      newest: new Map(),
    };
    const next = { ...first, version: "2", textEn: "Answer on {day}." };
    const [fate] = fatesOf(
      "letters",
      [{ line: 2, row: next, troubles: [] }],
      present,
      "2026-12-01",
    );
    expect(fate?.troubles).toEqual([
      { column: "text_en", key: "reference.blanks", params: { blanks: "{date}" } },
    ]);
  });
});

describe("an application", () => {
  const answers = {
    consignee: { destination: "RU", consignee: { country: "RU" } },
    origin: { origins: [{ id: "1", category: "new_production" as const, mine: "EKATI" }] },
    goods: { hsLines: [{ subheading: "7102.10" }] },
  };

  it("rests on the rows that its answers name, and on no others", () => {
    const rests: [ReferenceKind, Row, boolean][] = [
      ["participants", { code: "RU" }, true],
      ["participants", { code: "BY" }, false],
      ["countries", { code: "RU" }, true],
      ["mines", { code: "EKATI" }, true],
      ["mines", { code: "DIAVIK" }, false],
      ["subheadings", { code: "7102.31" }, false],
      ["sanctions", { destination: "RU", subheading: "7102.10" }, true],
      ["sanctions", { destination: "RU", subheading: "7102.31" }, false],
      ["priceBands", { mine: "EKATI", category: null, subheading: "7102.10" }, true],
      ["priceBands", { mine: null, category: "exploration", subheading: null }, false],
      ["documentRequirements", { reason: "new_production" }, true],
      ["documentRequirements", { reason: "sema_permit" }, false],
      ["holidays", { rule: "07-01" }, false],
    ];
    for (const [kind, row, expected] of rests) {
      expect([kind, row, restsOn(kind, row, answers)]).toEqual([kind, row, expected]);
    }
  });

  it("feels that a participant leaves, and not that it has another name", () => {
    const row = {
      code: "RU",
      nameEn: "Russia",
      nameFr: "Russie",
      scheduleFrom: null,
      scheduleTo: null,
      note: null,
    };
    expect(isFelt("participants", row, { ...row, scheduleTo: "2026-12-01" })).toBe(true);
    expect(isFelt("participants", row, { ...row, nameEn: "Russian Federation" })).toBe(false);
    expect(isFelt("holidays", null, { rule: "07-01" })).toBe(false);
  });
});
