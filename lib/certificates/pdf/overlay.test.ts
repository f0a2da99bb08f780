import { expect, it, vi } from "vitest";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { renderTestPrint } from "@/lib/certificates/pdf/render-test-print";
import { longest, ordinary } from "@/lib/certificates/record/fixtures";
import { LABELS, SLIPS } from "@/lib/certificates/record/wording";
import { printable } from "@/lib/forms/repertoire";
import { readPdf, solid, withoutBlanks, type Run } from "@/lib/pdf/read-pdf";
import { mm } from "@/lib/pdf/theme";

vi.setConfig({ testTimeout: 60_000 });

const verifyUrl = "https://kimberleyprocess.example.ca/verify";
const offset = { right: 3.5, down: -2 };

it.each([
  ["ordinary", ordinary],
  ["longest", longest],
])("puts every value where the whole certificate has it, moved: %s", async (_, fixture) => {
  const whole = await readPdf(await renderCertificate(fixture(), { verifyUrl }));
  const overlay = await readPdf(await renderCertificate(fixture(), { verifyUrl, overlay: offset }));
  expect(overlay.sheets).toHaveLength(whole.sheets.length);
  for (const i of [0, 1]) {
    const there = whole.sheets[i] ?? [];
    const moved = overlay.sheets[i] ?? [];
    expect(moved.length).toBeGreaterThan(10);
    expect(moved.filter((run) => !there.some((other) => isMoved(other, run)))).toEqual([]);
  }
  // Continuation sheets are printed on plain paper.
  expect(overlay.sheets.slice(2)).toEqual(whole.sheets.slice(2));
});

const isMoved = (from: Run, to: Run): boolean =>
  from.text === to.text &&
  Math.abs(to.x - from.x - mm(offset.right)) < 0.1 &&
  Math.abs(to.y - from.y - mm(offset.down)) < 0.1;

it("has the facts and the code, and none of the wording that is on the sheet", async () => {
  const bytes = await renderCertificate(ordinary(), { verifyUrl, overlay: offset });
  const { sheets } = await readPdf(bytes);
  const text = solid(sheets);
  const { number, checkCode = "", issued, seals, exporter, consignee, totals } = ordinary();
  const facts = [number, checkCode, issued, ...seals, exporter.name, consignee.name];
  for (const fact of facts) expect(text).toContain(withoutBlanks(fact));
  expect(text).toContain(totals.carats.replace(".", ","));
  const wording = [...Object.values(LABELS), ...Object.values(SLIPS)].map(({ en }) => en);
  // The word is also in the title of the person who signs.
  const free = wording.filter((label) => !["Rough diamonds", "Mixed", "No", "Yes"].includes(label));
  expect(free.filter((label) => text.includes(withoutBlanks(label)))).toEqual([]);
  expect(await readCode(bytes)).toBe(verifyUrl);
});

it("tries a printer with specimen values only, in words that the faces have", async () => {
  const bytes = await renderTestPrint({ name: "Canon 📠 3e étage", offset, verifyUrl });
  const { sheets } = await readPdf(bytes);
  expect(sheets).toHaveLength(2);
  for (const sheet of sheets) {
    const text = solid([sheet]);
    expect(text).toContain("CA00000000");
    expect(text).toContain("Canon?3eétage");
    expect(text).toContain("Right3.5mm,down−2.0mm");
    expect(text).toContain("Àdroite3,5mm,verslebas−2,0mm");
    expect(printable(text).ok).toBe(true);
  }
});
