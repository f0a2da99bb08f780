import { expect, it } from "vitest";
import { displayName } from "./display-name";

it.each([
  ["invoice 2026-112.pdf", "invoice 2026-112.pdf"],
  ["C:\\Users\\maya\\facture n° 7.PDF", "facture n° 7.PDF"],
  ["../../etc/passwd", "passwd"],
  ["invoice\u202Efdp.exe.pdf", "invoicefdp.exe.pdf"],
  ["a\u0000b\r\nSet-Cookie: x.pdf", "abSet-Cookie x.pdf"],
  ['na"me<1>|?*.pdf', "name1.pdf"],
  ["  ..hidden.pdf . ", "hidden.pdf"],
  ["e\u0301tat.pdf", "état.pdf"],
  ["", "document"],
  ["/", "document"],
  [".pdf", "pdf"],
])("%j is shown as %j", (typed, shown) => {
  expect(displayName(typed)).toBe(shown);
});

it("shortens the stem, never the extension", () => {
  const shown = displayName(`${"é".repeat(400)}.docx`);
  expect(shown).toHaveLength(120);
  expect(shown).toMatch(/^é+\.docx$/u);
});

it("takes no longer for a name that somebody made endless", () => {
  const began = performance.now();
  expect(displayName(`a${" .".repeat(200_000)}a.pdf`)).toMatch(/^a.*\.pdf$/u);
  expect(performance.now() - began).toBeLessThan(500);
});
