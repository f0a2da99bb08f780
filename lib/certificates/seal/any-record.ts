// Records for property tests: anything that a certificate may say.
import fc from "fast-check";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { printable } from "@/lib/forms/repertoire";
import type { SealableRecord } from "@/lib/certificates/seal/sealed-facts";

const letters = Array.from(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-’éèÉœŁçñüß&()/.",
);
const text = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: fc.constantFrom(...letters, " "), minLength: 1, maxLength: max }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.ceil(max / 4) }),
    )
    .map((words) => words.normalize("NFC").replace(/\s+/g, " ").trim())
    .filter((words) => words.length > 0 && words.length <= max && printable(words).ok);
const code = fc.string({
  unit: fc.constantFrom(...letters.slice(0, 26)),
  minLength: 2,
  maxLength: 2,
});
const place = fc.record({ code, en: text(80), fr: text(80) });
const party = fc.record(
  {
    name: text(100),
    addressLines: fc.array(text(60), { minLength: 1, maxLength: 8 }),
    city: text(60),
    country: place,
  },
  { requiredKeys: ["name", "addressLines", "country"] },
);
const decimal = (units: bigint) => `${units / 100n}.${String(units % 100n).padStart(2, "0")}`;
const line = fc.record({
  carats: fc.bigInt(1n, 33_333_333_333n),
  usd: fc.bigInt(0n, 33_333_333_333_333n),
  source: fc.option(text(20), { nil: undefined }),
});
const number = fc
  .integer({ min: 1, max: 99_999_999 })
  .map((n) => `CA${String(n).padStart(8, "0")}`);

export const anyRecord: fc.Arbitrary<SealableRecord> = fc
  .record({
    number,
    issued: fc
      .integer({ min: 0, max: 40_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    origin: fc.uniqueArray(place, { maxLength: 20, selector: ({ code }) => code }),
    destination: place,
    exporter: party,
    consignee: party,
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    parcels: fc.integer({ min: 1, max: 999 }),
    seals: fc.uniqueArray(text(20), { minLength: 1, maxLength: 60 }),
    prior: fc.uniqueArray(fc.record({ number: text(20), issuer: code }), {
      maxLength: 10,
      selector: ({ number, issuer }) => `${issuer} ${number}`,
    }),
    statusIndex: fc.integer({ min: 0, max: 131_071 }),
  })
  .map(({ lines, prior, ...rest }) => {
    const total = (of: "carats" | "usd") => lines.reduce((sum, one) => sum + one[of], 0n);
    const hs = ["7102.10", "7102.21", "7102.31"] as const;
    const description = { en: "Unsorted", fr: "Non triés" };
    return {
      ...ordinary(),
      ...rest,
      lines: lines.map(({ carats, usd, source }, i) => ({
        hs: hs[i] ?? "7102.31",
        carats: decimal(carats),
        usd: decimal(usd),
        description,
        ...(source ? { source } : {}),
      })),
      totals: { carats: decimal(total("carats")), usd: decimal(total("usd")) },
      prior: prior.map((one) => ({ ...one, carats: "0.00" })),
    };
  });
