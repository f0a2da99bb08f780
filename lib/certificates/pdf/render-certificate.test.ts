import { beforeAll, describe, expect, it, vi } from "vitest";
import { bothLanguages, formatDecimal, formatUsd } from "@/lib/certificates/record/figures";
import { readPdf, solid, withoutBlanks, type ReadPdf, type Run } from "@/lib/pdf/read-pdf";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { mm } from "@/lib/pdf/theme";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { longest, ordinary, pathological } from "@/lib/certificates/record/fixtures";
import { EXPORT_INSTRUCTION, LABELS, SLIPS } from "@/lib/certificates/record/wording";

const verifyUrl = "https://kimberleyprocess-processuskimberley.example.ca/verify";

// A page of line work takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bytes: Uint8Array;
let read: ReadPdf;
beforeAll(async () => {
  bytes = await renderCertificate(ordinary(), { verifyUrl });
  read = await readPdf(bytes);
});

/** The runs in the order of the page, lines joined by one blank. */
const joined = (runs: readonly Run[]): string => runs.map((run) => run.text).join(" ");

describe("certificate as a PDF", () => {
  it("has the title of the Regulations letter for letter", () => {
    const title = joined(read.sheets[0] ?? [])
      .replace("/ ", "/")
      .replace(" /", "/");
    expect(title).toContain("Kimberley Process Certificate/certificat du Processus de Kimberley");
  });

  it("has both statements of the Regulations letter for letter", () => {
    const text = joined(read.sheets[0] ?? []);
    expect(text).toContain(
      "The rough diamonds in this shipment have been handled in accordance with the provisions of the Kimberley Process international certification scheme for rough diamonds.",
    );
    expect(text).toContain(
      "Les diamants bruts contenus dans ce chargement ont été traités conformément aux dispositions du système international de délivrance de certificats pour les diamants bruts du Processus de Kimberley.",
    );
  });

  it("has every label in both languages", () => {
    const text = solid(read.sheets);
    const unused: string[] = [
      LABELS.mixed,
      LABELS.notKnown,
      LABELS.prior,
      LABELS.priorNumber,
      LABELS.priorIssuer,
      LABELS.replaces,
      LABELS.authorized,
      LABELS.continuation,
      LABELS.seeContinuation,
      LABELS.onContinuation,
      LABELS.sealMark,
      LABELS.specimen,
    ].map((label) => label.en);
    const labels = [...Object.values(LABELS), ...Object.values(SLIPS)].filter(
      (label) => !unused.includes(label.en),
    );
    for (const label of labels) {
      expect(text).toContain(withoutBlanks(label.en));
      expect(text).toContain(withoutBlanks(label.fr));
    }
    expect(text).toContain(withoutBlanks(EXPORT_INSTRUCTION.en.join("")));
    expect(text).toContain(withoutBlanks(EXPORT_INSTRUCTION.fr.join("")));
  });

  it("has the facts, the notes and the check code", () => {
    expectFacts(ordinary(), read);
    expect(joined(read.sheets[0] ?? [])).toContain("22 January 2027, 24:00 GMT");
    expect(joined(read.sheets[0] ?? [])).toContain("22 janvier 2027, 24 h GMT");
  });

  it("is two sheets of Letter, with title and language", () => {
    expect(read.sheets).toHaveLength(2);
    expect(read.title).toBe(
      "Kimberley Process Certificate/certificat du Processus de Kimberley CA00001873",
    );
    expect(read.language).toBe("en-CA");
  });

  it("embeds every font", () => {
    expectEmbeddedFonts(bytes);
  });

  it("is the same file each time, alone or beside others", async () => {
    const again = await Promise.all([
      renderCertificate(ordinary(), { verifyUrl }),
      renderCertificate(longest(), { verifyUrl }),
      renderCertificate(ordinary(), { verifyUrl }),
    ]);
    expect(Buffer.compare(again[0], bytes)).toBe(0);
    expect(Buffer.compare(again[2], bytes)).toBe(0);
    const other = await renderCertificate(ordinary({ parcels: 5 }), { verifyUrl });
    expect(Buffer.compare(other, bytes)).not.toBe(0);
  });

  it("lets no text touch another or leave the frame", () => {
    expectTidy(read);
  });

  it("leads on a screen from its code to what the code holds, by a link that is printed and does nothing else", async () => {
    const sealAddress = `HTTPS://KP.EXAMPLE.CA/V#${"7".repeat(1400)}`;
    const file = await renderCertificate(ordinary(), { verifyUrl, sealAddress });
    const source = Buffer.from(file).toString("latin1");
    const annotations = source.split("endobj").filter((one) => one.includes("/Type /Annot"));
    expect(annotations).toHaveLength(1);
    const [link = ""] = annotations;
    expect(link).toContain("/Subtype /Link");
    // PDF/A: printed, and neither hidden nor without a view.
    expect(link).toContain("/F 4");
    const [, x1 = 0, y1 = 0, x2 = 0, y2 = 0] =
      /\/Rect \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/.exec(link)?.map(Number) ?? [];
    expect(x2 - x1).toBeCloseTo(mm(47), 0);
    expect(Math.abs(y2 - y1)).toBeCloseTo(mm(47), 0);
    expect(source).toContain(`/S /URI\n/URI (${sealAddress})`);
    expect(source).not.toMatch(/\/JavaScript|\/Launch|\/OpenAction/);
  });
});

describe("values at their limits", () => {
  it.each([
    ["in real words", longest],
    ["in the widest letters", pathological],
  ])("are all there and in their places, %s", async (_, fixture) => {
    const file = await renderCertificate(fixture(), { verifyUrl });
    const full = await readPdf(file);
    expectFacts(fixture(), full);
    expectTidy(full);
    expectEmbeddedFonts(file);
  });

  it("prints 8 seals on part 1, and of 9 the last two on a continuation sheet", async () => {
    const seals = Array.from({ length: 9 }, (_, i) => `SEAL-${i + 1}`);
    const eight = await readPdf(
      await renderCertificate(ordinary({ seals: seals.slice(0, 8) }), { verifyUrl }),
    );
    expect(eight.sheets).toHaveLength(2);
    expect(solid(eight.sheets)).not.toContain(withoutBlanks(LABELS.onContinuation.en));

    const nine = await readPdf(await renderCertificate(ordinary({ seals }), { verifyUrl }));
    expect(nine.sheets).toHaveLength(3);
    const [first = [], , last = []] = nine.sheets;
    expect(joined(first)).toContain("+ 2 on the continuation sheet");
    expect(joined(first)).toContain("+ 2 sur la feuille de suite");
    for (const seal of seals.slice(0, 7)) expect(joined(first)).toContain(seal);
    for (const seal of [...seals.slice(7), "CA00001873", "2026-11-23", "2027-01-22", "12,480.35"]) {
      expect(joined(last)).toContain(seal);
    }
  });

  it("prints an unknown origin as nothing and several as mixed", async () => {
    const mixed = await readPdf(
      await renderCertificate(
        ordinary({
          origin: [
            { code: "BW", en: "Botswana", fr: "Botswana" },
            { code: "CA", en: "Canada", fr: "Canada" },
          ],
        }),
        { verifyUrl },
      ),
    );
    expect(joined(mixed.sheets[0] ?? [])).toContain("Mixed: Botswana; Canada");
    expect(joined(mixed.sheets[0] ?? [])).toContain("Mixte : Botswana ; Canada");
    const unknown = await readPdf(await renderCertificate(ordinary({ origin: [] }), { verifyUrl }));
    expect(joined(unknown.sheets[0] ?? [])).not.toContain("Mixed");
  });
});

describe("specimen", () => {
  it("carries no real number, code or name, and says so on every sheet", async () => {
    const specimen = await readPdf(
      await renderCertificate(ordinary(), { verifyUrl, specimen: true }),
    );
    const text = solid(specimen.sheets);
    for (const secret of ["CA00001873", "K7QM-4PXT", "Marie-ÈveTremblay"]) {
      expect(text).not.toContain(secret);
    }
    for (const sheet of specimen.sheets) {
      expect(joined(sheet)).toContain(bothLanguages(LABELS.specimen));
      expect(joined(sheet)).toContain("CA00000000");
    }
    expect(text).toContain("0000-0000");
  });
});

/** Every value of the record, found whole. */
function expectFacts(record: CertificateRecord, { sheets }: ReadPdf): void {
  const text = solid(sheets);
  const { exporter, consignee, authorizedBy, totals, lines } = record;
  const values = [
    record.number,
    record.issued,
    record.expires,
    record.checkCode ?? "",
    record.replaces ?? "",
    exporter.name,
    ...exporter.addressLines,
    consignee.name,
    ...consignee.addressLines,
    consignee.country.en,
    consignee.country.fr,
    record.destination.en,
    record.destination.fr,
    authorizedBy.name,
    authorizedBy.titleEn,
    authorizedBy.titleFr,
    ...record.seals,
    ...record.notes.flatMap((note) => [note.text, note.about?.en ?? "", note.about?.fr ?? ""]),
    ...lines.flatMap((l) => [l.hs, l.description.en, l.description.fr]),
    ...[totals, ...lines].flatMap(({ carats, usd }) => [
      formatDecimal(carats, "en"),
      formatDecimal(carats, "fr"),
      formatUsd(usd, "en"),
      formatUsd(usd, "fr"),
    ]),
    ...(record.origin.length > 3
      ? record.origin.map((o) => o.code)
      : record.origin.map((o) => o.en)),
  ];
  expect(values.filter((value) => !text.includes(withoutBlanks(value)))).toEqual([]);
}

/** No run over another, none outside the printed area, none below the size that can be read. */
function expectTidy({ sheets }: ReadPdf): void {
  for (const [i, runs] of sheets.entries()) {
    const [left, right] = i === 0 ? [mm(21), mm(194.9)] : [mm(12), mm(203.9)];
    const legible = runs.filter((run) => !run.text.startsWith("KIMBERLEYPROCESS"));
    const outside = legible.filter(
      (run) => run.x < left - 0.1 || run.x + run.width > right + 0.1 || run.y > mm(270),
    );
    expect(outside).toEqual([]);
    expect(legible.filter((run) => run.size < 5.79)).toEqual([]);
    const over = legible.flatMap((a, n) =>
      legible
        .slice(n + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [i, a.text, b.text]),
    );
    expect(over).toEqual([]);
  }
}

/** From the height of small letters to the baseline: lines may be close, never on each other. */
function overlap(a: Run, b: Run): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y, b.y) - Math.max(a.y - a.size * 0.72, b.y - b.size * 0.72);
  return across > 0.5 && down > 0.5;
}

function expectEmbeddedFonts(file: Uint8Array): void {
  const source = Buffer.from(file).toString("latin1");
  const names = [...source.matchAll(/\/BaseFont \/(\S+)/g)].map((match) => match[1] ?? "");
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+(NotoSans|Lato)-/);
  expect(source).not.toContain("/Subtype /Type1");
  const fonts = source.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
  expect(fonts).toBe(new Set(names).size);
  expect(source.match(/\/FontFile2 /g)).toHaveLength(fonts);
}
