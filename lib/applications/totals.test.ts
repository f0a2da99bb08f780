import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OriginRow } from "@/lib/applications/answers";
import { deriveOrigin, originOf } from "@/lib/applications/origin";
import { decimalOf, pricePerCarat, sumOf, totalsOf } from "@/lib/applications/totals";

describe("totals", () => {
  it("are exact where floats are not", () => {
    expect(sumOf(["0.10", "0.20"])).toBe("0.30");
    expect(sumOf(Array<string>(1000).fill("0.01"))).toBe("10.00");
    expect(sumOf(["99999999999.99", "0.01"])).toBe("100000000000.00");
    expect(sumOf(["5.005"])).toBe("5.005");
  });

  it("do not depend on the order", () => {
    const cents = fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 20 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const texts = amounts.map((amount) => (BigInt(amount) * 1n).toString() + ".37");
        expect(sumOf(texts)).toBe(sumOf([...texts].reverse()));
      }),
    );
  });

  it("count nothing for what is missing or cannot be read", () => {
    expect(totalsOf([{ carats: "10.00", usd: "980.00" }, {}, { carats: "ten" }])).toEqual({
      carats: "10.00",
      usd: "980.00",
      usdPerCarat: "98.00",
    });
    expect(totalsOf([])).toEqual({ carats: "0.00", usd: "0.00", usdPerCarat: null });
  });

  it.each([
    ["3.00", "10.00", "3.33"],
    ["3.00", "20.00", "6.67"],
    ["0.00", "20.00", null],
    [undefined, "20.00", null],
    ["3.00", undefined, null],
  ])("give %s carats for %s dollars a price of %s", (carats, usd, price) => {
    expect(pricePerCarat({ carats, usd })).toBe(price);
  });

  it("take no number that is not normalised", () => {
    for (const typed of ["1,234", "1 234", "1e3", "0x10", "", "Infinity", ".5"]) {
      expect(decimalOf(typed)).toBeNull();
    }
  });
});

describe("the country of origin", () => {
  const register = [
    { id: "bw", origins: ["BW"] },
    { id: "several", origins: ["ZA", "NA"] },
    { id: "unknown", origins: [] },
  ];
  const mine: OriginRow = { id: "1", category: "new_production" };
  const from = (importCertificateId: string): OriginRow => ({
    id: importCertificateId,
    category: "previously_imported",
    importCertificateId,
  });
  const outside = (statedOrigin?: string): OriginRow => ({
    id: "2",
    category: "extraction",
    concentratesFrom: "outside_canada",
    ...(statedOrigin ? { statedOrigin } : {}),
  });

  it.each<[string, OriginRow[], object]>([
    ["no rows", [], { kind: "none" }],
    ["a Canadian mine", [mine, mine], { kind: "single", participant: "CA" }],
    [
      "an exploration",
      [{ id: "3", category: "exploration" }],
      { kind: "single", participant: "CA" },
    ],
    [
      "Canadian concentrates",
      [{ id: "4", category: "extraction", concentratesFrom: "in_canada" }],
      { kind: "single", participant: "CA" },
    ],
    ["foreign concentrates, stated", [outside("ZA")], { kind: "single", participant: "ZA" }],
    ["foreign concentrates, unknown", [outside("unknown"), mine], { kind: "unknown" }],
    ["foreign concentrates, not answered", [outside()], { kind: "unknown" }],
    ["an import", [from("bw")], { kind: "single", participant: "BW" }],
    ["an import and a mine", [from("bw"), mine], { kind: "mixed", participants: ["BW", "CA"] }],
    ["a mixed import", [from("several")], { kind: "mixed", participants: ["NA", "ZA"] }],
    ["an import of unknown origin", [from("unknown"), mine], { kind: "unknown" }],
    ["an import that is not registered", [from("nowhere")], { kind: "unknown" }],
    [
      "stones here since before 2003",
      [{ id: "5", category: "in_canada_before_2003", statedOrigin: "NA" }],
      { kind: "single", participant: "NA" },
    ],
  ])("of %s", (_, rows, origin) => {
    expect(deriveOrigin(rows, register)).toEqual(origin);
  });

  it("is a list for the certificate", () => {
    const listed = (origins: OriginRow[]) =>
      originOf({ answers: { origin: { origins } }, importCertificates: register });
    expect(listed([from("bw"), mine])).toEqual(["BW", "CA"]);
    expect(listed([mine])).toEqual(["CA"]);
    expect(listed([from("unknown"), mine])).toEqual([]);
  });
});
