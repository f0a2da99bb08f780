import { describe, expect, it } from "vitest";
import {
  countriesOf,
  countryNames,
  destinationsOn,
  holdsOn,
  participantOfCountry,
  priceBandOf,
  prohibitions,
  sortByName,
} from "@/lib/reference/lookups";
import { letterKinds } from "@/lib/reviews/letters/texts";
import { askableSections } from "@/lib/reviews/schema";
import { parseCsv } from "@/prisma/seed/reference/csv";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const files = readReferenceFiles();

describe("the reference files", () => {
  it("hold the 61 entries of the Schedule, Namibia among them", () => {
    expect(files.participants).toHaveLength(61);
    expect(new Set(files.participants.map(({ code }) => code)).size).toBe(61);
    expect(files.participants.find(({ code }) => code === "NA")?.nameFr).toBe("Namibie");
    expect(files.participants.find(({ code }) => code === "TW")?.nameEn).toBe(
      "The Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu",
    );
  });

  it("name participants, destinations and subheadings that exist", () => {
    const codes = files.participants.map(({ code }) => code);
    for (const { participant } of files.countries) expect(codes).toContain(participant);
    for (const { destination } of files.sanctions) expect(codes).toContain(destination);
    const subheadings = files.subheadings.map(({ code }) => code);
    for (const { subheading } of files.sanctions) expect(subheadings).toContain(subheading);
  });

  it("have price bands about mines and subheadings that exist, one for the same stones on a day", () => {
    const mines = [null, ...files.mines.map(({ code }) => code)];
    const subheadings = [null, ...files.subheadings.map(({ code }) => code)];
    for (const band of files.priceBands) {
      expect(mines).toContain(band.mine);
      expect(subheadings).toContain(band.subheading);
      expect(Number(band.low)).toBeLessThan(Number(band.high));
      const same = files.priceBands.filter(
        ({ mine, category, subheading, validFrom, validTo }) =>
          mine === band.mine &&
          category === band.category &&
          subheading === band.subheading &&
          holdsOn({ from: validFrom, to: validTo }, band.validFrom),
      );
      expect(same).toEqual([band]);
    }
    // Every subheading of rough diamonds has one, whatever the stones.
    const rough = files.subheadings.filter(({ roughDiamond }) => roughDiamond);
    for (const { code } of rough) {
      const stones = { mine: null, category: null, subheading: code };
      expect(priceBandOf(files, stones, "2026-11-23")?.subheading).toBe(code);
    }
  });

  it("call three subheadings rough diamonds", () => {
    const rough = files.subheadings.filter(({ roughDiamond }) => roughDiamond);
    expect(rough.map(({ code }) => code)).toEqual(["7102.10", "7102.21", "7102.31"]);
  });

  it("ask both declarations, with the separation of section 8 of the Act", () => {
    expect(files.declarations.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      "rough_diamonds 1",
      "certification 1",
    ]);
    expect(files.declarations[0]?.textEn).toContain("not parcelled with any other diamonds");
  });
});

describe("the texts", () => {
  it("are there in both languages, with the same headings and links", () => {
    expect(files.texts.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      "terms 1",
      "privacy 1",
      "accessibility 1",
    ]);
    for (const { kind, textEn, textFr } of files.texts) {
      const shape = (text: string) =>
        text.split("\n").flatMap((line) => /^(## |- |(?=\S))/.exec(line)?.[1]?.trim() ?? []);
      expect(shape(textFr), kind).toEqual(shape(textEn));
      // A sign that French sets apart never begins a line.
      const words = textFr.replace(/\]\([^)]*\)/g, "");
      expect(words, kind).not.toMatch(/[^\u00A0][;:!?%»]|«[^\u00A0]/);
    }
  });
});

describe("the office’s words", () => {
  it("give reasons of a request for every section and for any", () => {
    const { returnReasons } = files;
    expect(new Set(returnReasons.map(({ code }) => code)).size).toBe(returnReasons.length);
    for (const section of [null, ...askableSections]) {
      expect(returnReasons.filter((reason) => reason.section === section)).not.toEqual([]);
    }
  });

  it("have every paragraph of the letters, with the same places in both languages", () => {
    expect(files.letterTexts.map(({ kind }) => kind).sort()).toEqual([...letterKinds].sort());
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const { kind, textEn, textFr } of files.letterTexts) {
      expect(places(textFr), kind).toEqual(places(textEn));
    }
  });

  it("are written as French is, and never the same in both languages", () => {
    for (const { textEn, textFr } of [
      ...files.returnReasons,
      ...files.letterTexts,
      ...files.replyParagraphs,
    ]) {
      expect(textFr).not.toMatch(/[^\u00A0][;:!?%»]|«[^\u00A0]|'/);
      expect(textFr).not.toBe(textEn);
    }
  });
});

describe("looking up", () => {
  it("offers 60 destinations today, never Canada", () => {
    const today = destinationsOn(files, "2026-11-23").map(({ code }) => code);
    expect(today).toHaveLength(60);
    expect(today).not.toContain("CA");
    expect(destinationsOn(files, "2025-01-22").map(({ code }) => code)).not.toContain("UZ");
    expect(destinationsOn(files, "2025-01-23").map(({ code }) => code)).toContain("UZ");
  });

  it.each([
    ["BE", "EU"],
    ["GL", "EU"],
    ["GF", "EU"],
    ["GY", "GY"],
    ["HK", "CN"],
    ["LI", "CH"],
    ["PR", "US"],
    ["NA", "NA"],
    ["GB", "GB"],
    ["EU", null],
    ["KE", null],
  ])("puts %s under %s", (country, participant) => {
    expect(participantOfCountry(files, country)).toBe(participant);
  });

  it("lists the countries of a destination", () => {
    expect(countriesOf(files, "EU")).toHaveLength(33);
    expect(countriesOf(files, "CN").map(({ code }) => code)).toEqual(["CN", "HK", "MO"]);
  });

  it("names any country in both languages", () => {
    expect(countryNames(files, "KE")).toEqual({ nameEn: "Kenya", nameFr: "Kenya" });
    expect(countryNames(files, "CI").nameEn).toBe("Ivory Coast");
    expect(countryNames(files, "ZM").nameFr).toBe("Zambie");
    expect(countryNames(files, "??")).toEqual({ nameEn: "??", nameFr: "??" });
  });

  it("sorts by the reader’s language", () => {
    const french = sortByName(files.participants, "fr").map(({ nameFr }) => nameFr);
    const at = (name: string) => french.findIndex((n) => n.startsWith(name));
    expect(at("Émirats")).toBeGreaterThan(at("Côte"));
    expect(at("États")).toBeLessThan(at("Fédération"));
  });

  it.each([
    ["the mine’s own", "EKATI", "new_production", "7102.10", "EKATI-7102.10"],
    ["the subheading’s, where the mine has none", "EKATI", "new_production", "7102.31", "7102.31"],
    ["the category’s before the subheading’s", null, "exploration", "7102.10", "exploration"],
    ["none, where the subheading is not known", "EKATI", "new_production", null, undefined],
  ])("compares a price with %s", (_, mine, category, subheading, id) => {
    expect(priceBandOf(files, { mine, category, subheading }, "2026-11-23")?.id).toBe(id);
    expect(priceBandOf(files, { mine, category, subheading }, "2002-12-31")).toBeNull();
  });

  it("keeps a prohibition to its days", () => {
    const on = (day: string) => prohibitions(files, "RU", "7102.31", day);
    expect(on("2023-12-04")).toEqual([]);
    expect(on("2023-12-05")).toHaveLength(1);
    expect(prohibitions(files, "RU", "7102.21", "2026-11-23")).toEqual([]);
    expect(prohibitions(files, "BY", "7102.31", "2026-11-23")).toEqual([]);
  });
});

describe("comma-separated text", () => {
  it("keeps commas, quotes and lines within quotes", () => {
    expect(parseCsv('a,b\r\n"1,2","say ""yes"""\n"two\nlines",\n')).toEqual([
      { a: "1,2", b: 'say "yes"' },
      { a: "two\nlines", b: "" },
    ]);
  });

  it("refuses a row of another length, and a stray quote", () => {
    expect(() => parseCsv("a,b\n1\n")).toThrow("Row 2");
    expect(() => parseCsv('a,b\n1,2"3\n')).toThrow("Not comma-separated");
  });
});
