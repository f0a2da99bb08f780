import { describe, expect, it, vi } from "vitest";
import { freeze } from "@/lib/applications/freeze";
import { receiptContent, type ReceiptContent } from "@/lib/applications/pdf/receipt-content";
import { renderReceipt } from "@/lib/applications/pdf/receipt-document";
import { drawable } from "@/lib/pdf/drawable";
import { scenarios } from "@/lib/applications/rules/scenario-answers";
import { factsOf } from "@/lib/applications/rules/scenario-facts";
import type { Snapshot } from "@/lib/applications/snapshot";
import type { OriginRow } from "@/lib/applications/answers";
import { mm, SHEET } from "@/lib/pdf/theme";
import { readPdf, withoutBlanks } from "@/lib/pdf/read-pdf";
import { DeclarationKind } from "@/prisma/generated/enums";

vi.setConfig({ testTimeout: 60_000 });

const at = new Date("2026-11-20T20:42:00Z");
const fingerprint = "4b7e19d2c0835fa611e94d708ac2b35f6d07e14892bb50cdf3a61e2705d8c9f4";

/** A shipment of scenarios.json as it was sent, with what a test changes in its facts. */
function submitted(id: string, change: (answers: Snapshot["answers"]) => object = () => ({})) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  const facts = factsOf(scenario);
  return freeze({
    facts: { ...facts, answers: { ...facts.answers, ...change(facts.answers) } },
    number: "KPO-2026-0418",
    submissionVersion: 1,
    applicationVersion: 12,
    submittedFrom: "draft",
    at,
    promisedBy: new Date("2026-11-23T20:42:00Z"),
    by: { userId: "somebody", name: "Julie Lafleur" },
    exporter: {
      legalName: facts.applicant.name,
      addressLines: facts.applicant.addressLines,
      city: facts.applicant.city,
      province: facts.applicant.province,
      postalCode: facts.applicant.postalCode,
      businessNumber: null,
      residencyAttestedAt: at,
    },
    documents: [
      {
        id: "document-0",
        kind: "invoice",
        name: "Счёт 2026-1187.pdf",
        mediaType: "application/pdf",
        size: 412_000,
        sha256: "9f2c41d807bea3c4".padEnd(64, "0"),
      },
    ],
    words: Object.values(DeclarationKind).map((kind) => ({
      kind,
      textVersion: 1,
      textEn: `I certify the ${kind}.`,
      textFr: `Je certifie : ${kind}.`,
    })),
  });
}

/** The most that fits into an application. */
const longest = () =>
  submitted("S02", ({ goods, consignee }) => ({
    consignee: {
      ...consignee,
      consignee: {
        ...consignee?.consignee,
        name: "W".repeat(100),
        addressLines: Array.from({ length: 5 }, (_, i) => `${i} ${"M".repeat(58)}`),
      },
    },
    origin: {
      origins: Array.from({ length: 20 }, (_, i): OriginRow => ({
        id: `row-${i}`,
        category: "new_production",
        mine: "GAHCHO_KUE",
        notes: `Note ${i} ${"production ".repeat(44)}`.trim(),
        carats: "99999999.99",
        usd: "99999999999.99",
      })),
    },
    goods: { ...goods, seals: Array.from({ length: 60 }, (_, i) => `SEAL-${i}-${"9".repeat(12)}`) },
  }));

const render = async (snapshot: Snapshot, language: "en" | "fr") => {
  if (!snapshot.reference) throw new Error("nothing was frozen");
  const content = receiptContent(snapshot, snapshot.reference, fingerprint, language);
  return { content, bytes: await renderReceipt(content, new Date(snapshot.submittedAt)) };
};

/** Every piece of text that the receipt must show. */
function wordsOf(content: ReceiptContent): string[] {
  const ofParts = content.sections.flatMap(({ title, parts }) => [
    title,
    ...parts.flatMap((part) => {
      switch (part.kind) {
        case "rows":
          return part.rows.flatMap(({ term, lines }) => [term, ...lines]);
        case "table":
          return [
            ...part.columns.map(({ head }) => head),
            ...part.rows.flat(),
            ...(part.total ?? []),
          ];
        case "ticked":
          return [...part.texts, part.made];
        case "steps":
          return part.steps;
      }
    }),
  ]);
  const { title, department, office, notCertificate, fingerprintTerm } = content;
  const keys = content.key.flatMap(({ term, lines }) => [term, ...lines]);
  return [
    title,
    department,
    office,
    notCertificate,
    fingerprintTerm,
    content.fingerprint,
    ...keys,
    ...ofParts,
  ]
    .flatMap((text) => text.split("\n"))
    .filter((text) => text !== "")
    .map(drawable);
}

describe.each(["en", "fr"] as const)("the receipt in %s", (language) => {
  it.each([
    ["of every category", () => submitted("S12")],
    ["at its longest", longest],
  ])("says everything that was submitted, %s", async (_, snapshot) => {
    const { content, bytes } = await render(snapshot(), language);
    const { sheets, title, language: declared } = await readPdf(bytes);
    const text = withoutBlanks(
      sheets
        .flat()
        .map((run) => run.text)
        .join(""),
    );
    for (const words of wordsOf(content)) expect(text).toContain(withoutBlanks(words));
    expect(title).toBe(`${content.title} KPO-2026-0418`);
    expect(declared).toBe(`${language}-CA`);
    sheets.forEach((runs, i) => {
      const page = withoutBlanks(content.page(i + 1, sheets.length));
      expect(withoutBlanks(runs.map((run) => run.text).join(""))).toContain(page);
      for (const run of runs) {
        expect(run.x, run.text).toBeGreaterThan(mm(18));
        expect(run.x + run.width, run.text).toBeLessThan(mm(SHEET.width - 18));
        expect(run.y, run.text).toBeLessThan(mm(SHEET.height - 8));
      }
    });
  });

  it("is the same file each time, and another for another submission", async () => {
    const { bytes } = await render(submitted("S02"), language);
    expect(Buffer.compare(bytes, (await render(submitted("S02"), language)).bytes)).toBe(0);
    const again = { ...submitted("S02"), submissionVersion: 2 };
    expect(Buffer.compare(bytes, (await render(again, language)).bytes)).not.toBe(0);
  });
});

it("reads what was frozen, not what the reference data says today", () => {
  const snapshot = submitted("S02");
  const { reference } = snapshot;
  if (!reference) throw new Error("nothing was frozen");
  expect(reference.version).toMatch(/^[0-9a-f]{64}$/);
  expect(reference.mines.length).toBeGreaterThan(0);
  const renamed = reference.mines.map((mine) => ({ ...mine, nameEn: "The Old Mine" }));
  const content = receiptContent(snapshot, { ...reference, mines: renamed }, fingerprint, "en");
  expect(JSON.stringify(content)).toContain("The Old Mine");
});
