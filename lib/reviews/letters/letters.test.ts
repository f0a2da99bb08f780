import { describe, expect, it, vi } from "vitest";
import { grounds } from "@/lib/reviews/grounds";
import { noticeLetter, type NoticeFacts } from "@/lib/reviews/letters/notice-letter";
import { rejectionLetter } from "@/lib/reviews/letters/rejection-letter";
import { letterKinds, type LetterTexts } from "@/lib/reviews/letters/texts";
import { letterWords } from "@/lib/reviews/letters/words";
import { renderLetter } from "@/lib/reviews/pdf/letter-document";
import { reviewLimits } from "@/lib/reviews/schema";
import { readPdf, solid, withoutBlanks } from "@/lib/pdf/read-pdf";
import { mm, SHEET } from "@/lib/pdf/theme";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

vi.setConfig({ testTimeout: 60_000 });

const files = readReferenceFiles();
const textsIn = (language: "en" | "fr") =>
  Object.fromEntries(
    letterKinds.map((kind) => {
      const found = files.letterTexts.find((text) => text.kind === kind);
      return [kind, language === "en" ? found?.textEn : found?.textFr];
    }),
  ) as LetterTexts;
const words = { en: letterWords("en", textsIn("en")), fr: letterWords("fr", textsIn("fr")) };
const at = new Date("2026-11-26T15:00:00Z");
const facts: NoticeFacts = {
  number: "KPO-2026-0418",
  exporterName: "Barren Lands Diamonds Ltd.",
  attention: "Maya Okafor",
  language: "en",
  day: "2026-11-26",
  dueOn: "2026-12-10",
  by: { name: "Nora Lindqvist", title: { en: null, fr: null } },
  requests: [
    { about: "Origin of the diamonds, Row 1: Mass", reason: "The mass differs.", own: "" },
    { about: "Supporting documents, Invoice", reason: null, own: "Page 2 is missing." },
  ],
};

describe("the notice of deficiency", () => {
  it("says what must change, why, by when, and that it is not a refusal", () => {
    const { subject, to, blocks, by } = noticeLetter(facts, words.en);
    expect(subject).toBe("Notice of deficiency: application KPO-2026-0418");
    expect(to).toEqual(["Barren Lands Diamonds Ltd.", "Attention: Maya Okafor"]);
    expect(by).toEqual(["Nora Lindqvist", "Officer", "Kimberley Process Office of Canada"]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["text", "points", "text", "text"]);
    expect(blocks[1]).toEqual({
      kind: "points",
      points: [
        { about: "Origin of the diamonds, Row 1: Mass", texts: ["The mass differs."] },
        { about: "Supporting documents, Invoice", texts: ["Page 2 is missing."] },
      ],
    });
    const said = JSON.stringify(blocks);
    expect(said).toContain("paragraph 9(1)(b)");
    expect(said).toContain("Answer by December 10, 2026");
    expect(said).toContain("not a refusal");
    expect(said).not.toMatch(/\{\w+\}/);
  });

  it("says in the other language that an officer’s own words are as written, where there are any", () => {
    const kinds = (requests: NoticeFacts["requests"]) =>
      noticeLetter({ ...facts, requests }, words.fr).blocks.length;
    expect(JSON.stringify(noticeLetter(facts, words.fr))).toContain(words.fr.asWritten);
    expect(kinds(facts.requests)).toBe(5);
    expect(kinds(facts.requests.slice(0, 1))).toBe(4);
  });
});

describe("the letter of rejection", () => {
  const rejection = { ...facts, submittedOn: "2026-11-20", reasons: "One.\nTwo." };

  it.each(grounds)("names its law for %s in both languages", (ground) => {
    const section = ground === "not_remedied" ? "10" : "9(1)";
    for (const language of ["en", "fr"] as const) {
      const { blocks } = rejectionLetter({ ...rejection, ground }, words[language]);
      const [opening, reason] = blocks.flatMap((block) =>
        block.kind === "text" ? block.text : [],
      );
      expect(opening).toContain(section);
      expect(opening).toContain("KPO-2026-0418");
      expect(reason).toMatch(ground === "not_remedied" ? /\(.*10.*\)/ : /9\(2\)/);
      expect(blocks).toContainEqual(
        expect.objectContaining({ kind: "written", lines: ["One.", "Two."] }),
      );
    }
  });

  it("is signed by a person authorized under section 6, with the title where there is one", () => {
    const letter = (title: string | null) =>
      rejectionLetter(
        { ...rejection, ground: "not_accurate", by: { name: "M", title: { en: title, fr: null } } },
        words.en,
      ).by[1];
    expect(letter(null)).toBe("Person authorized under section 6 of the Act");
    expect(letter("Director")).toBe("Director");
  });
});

describe("as a PDF", () => {
  const long = (word: string, length: number) => `${word} `.repeat(length).slice(0, length - 1);
  const longest: NoticeFacts = {
    ...facts,
    exporterName: "W".repeat(100),
    requests: Array.from({ length: reviewLimits.requests }, (_, i) => ({
      about: `Origin of the diamonds, Row ${i + 1}: Explanatory notes`,
      reason: long("reason", 300),
      own: `${long("écrit", 500)}\n${"x".repeat(499)}`,
    })),
  };

  it("holds everything of the longest, within the sheet, and is the same bytes again", async () => {
    const rejection = rejectionLetter(
      {
        ...longest,
        submittedOn: "2026-11-20",
        ground: "origin_not_lawful",
        reasons: long("motif", reviewLimits.reasons),
      },
      words.en,
    );
    for (const letter of [noticeLetter(longest, words.fr), rejection]) {
      const { sheets, title, language } = await readPdf(await renderLetter(letter, at));
      expect([title, language]).toEqual([letter.subject, `${letter.language}-CA`]);
      const text = solid(sheets);
      const texts = letter.blocks.flatMap((block) => {
        if (block.kind === "text") return block.text;
        if (block.kind === "written") return block.lines;
        return block.points.flatMap(({ about, texts }) => [about, ...texts]);
      });
      // Word by word: what goes on over the page has a foot and a head in it.
      for (const word of new Set(texts.flatMap((each) => each.split(" ")))) {
        expect(text).toContain(withoutBlanks(word).slice(0, 40));
      }
      for (const run of sheets.flat()) {
        expect(run.x).toBeGreaterThan(mm(20));
        expect(run.x + run.width).toBeLessThan(mm(SHEET.width - 20));
        expect(run.y).toBeLessThan(mm(SHEET.height - 8));
      }
    }
    expect(await renderLetter(rejection, at)).toEqual(await renderLetter(rejection, at));
  });
});
