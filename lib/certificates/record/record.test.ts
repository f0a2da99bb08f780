import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/canonical-json";
import {
  certificateRecordOf,
  recordHash,
  type CertificateRecord,
} from "@/lib/certificates/record/record";
import { longest, ordinary } from "@/lib/certificates/record/fixtures";

const [line] = ordinary().lines;
if (!line) throw new Error("The fixture has a line.");

describe("certificate record", () => {
  it("has one text, whatever the order of its keys", () => {
    const record = ordinary();
    const turned = Object.fromEntries(Object.entries(record).reverse()) as CertificateRecord;
    expect(canonicalJson(turned)).toBe(canonicalJson(record));
    expect(canonicalJson(record)).toMatch(/^\{"authorizedBy":\{"id":/);
    expect(canonicalJson({ ...record, replaces: undefined })).toBe(canonicalJson(record));
    expect(certificateRecordOf(JSON.parse(canonicalJson(record)))).toEqual(record);
  });

  it("has a fingerprint that any change changes", () => {
    const hash = recordHash(ordinary());
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(recordHash(ordinary())).toBe(hash);
    expect(recordHash(ordinary({ parcels: 5 }))).not.toBe(hash);
  });

  it("keeps its fingerprint for ever", () => {
    expect(recordHash(ordinary())).toBe(
      "e1cc3c2fd6c7fedc8d857ff5410dba6d97124a4a1c1d45c19a29d3ba7d5439a6",
    );
  });

  it("takes every field at its limit", () => {
    expect(() => longest()).not.toThrow();
  });

  it("adds up exactly", () => {
    const lines = (["7102.10", "7102.21", "7102.31"] as const).map((hs) => ({
      ...line,
      hs,
      carats: "0.10",
      usd: "999999999.99",
    }));
    expect(() =>
      ordinary({ lines, totals: { carats: "0.30", usd: "2999999999.97" } }),
    ).not.toThrow();
  });

  const wrong: [string, Partial<CertificateRecord>, string][] = [
    ["carats that do not add up", { totals: { carats: "12480.36", usd: "1348920.50" } }, "totals"],
    ["dollars that do not add up", { totals: { carats: "12480.35", usd: "1348920.51" } }, "totals"],
    ["an expiry that is not 60 days after issue", { expires: "2027-01-23" }, "expires"],
    ["a date that does not exist", { issued: "2026-02-30" }, "issued"],
    ["a decimal that is none", { totals: { carats: "1e3", usd: "1348920.50" } }, "totals"],
    [
      "two lines for one code",
      { lines: [line, { ...line, carats: "0.00", usd: "0.00" }] },
      "lines",
    ],
    ["one seal twice", { seals: ["A", "A"] }, "seals"],
    ["no seal", { seals: [] }, "seals"],
    ["a seal in two lines", { seals: ["A\nB"] }, "seals"],
    ["a number of another country", { number: "BW00001873" }, "number"],
    ["a decimal with three places", { lines: [{ ...line, carats: "12480.350" }] }, "lines"],
    ["letters that cannot be printed", { notes: [{ text: "Алмаз" }] }, "notes"],
    ["text that is not composed", { notes: [{ text: "e\u0301" }] }, "notes"],
    [
      "more drawn than shipped",
      { prior: [{ number: "BW1", issuer: "BW", carats: "12480.36" }] },
      "prior",
    ],
    ["itself replaced", { replaces: "CA00001873" }, "replaces"],
    ["a check code with a U", { checkCode: "K7QM-4PXU" }, "checkCode"],
    ["a fact that is not known", { colour: "blue" } as never, "colour"],
  ];
  it.each(wrong)("refuses %s", (_, changes, where) => {
    expect(() => ordinary(changes)).toThrow(where);
  });
});
