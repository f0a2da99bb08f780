import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDecimal, showDecimal } from "@/lib/forms/numbers";

const s = { nbsp: "\u00A0", narrow: "\u202F", thin: "\u2009", figure: "\u2007" };
const carats = { decimals: 2, max: "99999999.99", unit: "carats" } as const;
const usd = { decimals: 2, max: "99999999999.99", unit: "usd" } as const;

// Understood alike on an English and on a French page.
const alike: [typed: string, value: string][] = [
  ["0", "0.00"],
  ["7", "7.00"],
  ["12", "12.00"],
  ["007", "7.00"],
  ["1234", "1234.00"],
  ["12345678", "12345678.00"],
  ["12.5", "12.50"],
  ["12,5", "12.50"],
  ["12.50", "12.50"],
  ["12,50", "12.50"],
  [".5", "0.50"],
  [",5", "0.50"],
  ["0.05", "0.05"],
  ["0,05", "0.05"],
  ["1234.5", "1234.50"],
  ["1234,5", "1234.50"],
  ["1234,56", "1234.56"],
  ["1 234", "1234.00"],
  ["1 234,5", "1234.50"],
  ["1 234,56", "1234.56"],
  ["1 234.5", "1234.50"],
  ["118 026.30", "118026.30"],
  ["1 234 567", "1234567.00"],
  ["1 234 567,89", "1234567.89"],
  [`1${s.nbsp}234,56`, "1234.56"],
  [`1${s.narrow}234,56`, "1234.56"],
  [`1${s.thin}234.56`, "1234.56"],
  [`1${s.figure}234`, "1234.00"],
  ["1,234.5", "1234.50"],
  ["1,234.56", "1234.56"],
  ["1,234,567", "1234567.00"],
  ["1,234,567.89", "1234567.89"],
  ["1.234,5", "1234.50"],
  ["1.234,56", "1234.56"],
  ["1.234.567", "1234567.00"],
  ["1.234.567,89", "1234567.89"],
  ["1'234.50", "1234.50"],
  ["1’234’567,5", "1234567.50"],
  ["  12.5  ", "12.50"],
  ["+12.5", "12.50"],
  ["１２.５", "12.50"],
  ["12 carats", "12.00"],
  ["12.5 carat", "12.50"],
  ["12,5 ct", "12.50"],
  ["12.5ct.", "12.50"],
  ["12.5 cts", "12.50"],
  ["1 204,35 CARATS", "1204.35"],
];

const inUsd: [typed: string, value: string][] = [
  ["$5", "5.00"],
  ["$ 5", "5.00"],
  ["$1,234.50", "1234.50"],
  ["US$1,234.50", "1234.50"],
  ["US $ 1,234.50", "1234.50"],
  ["USD 1,234.50", "1234.50"],
  ["1,234.50 USD", "1234.50"],
  ["1 234,50 $", "1234.50"],
  ["1 234,50 $ US", "1234.50"],
  [`1${s.nbsp}234,50${s.nbsp}$${s.nbsp}US`, "1234.50"],
  ["1 234,50 $US", "1234.50"],
  ["1 234,50 US$", "1234.50"],
  ["$118 026.30", "118026.30"],
  ["1 234,50 $ É.-U.", "1234.50"],
  ["1234.50 dollars", "1234.50"],
  ["1234,50 dollars américains", "1234.50"],
];

const refused: [typed: string, problem: string][] = [
  ["", "empty"],
  ["   ", "empty"],
  [s.nbsp, "empty"],
  ["abc", "notUnderstood"],
  ["carats", "notUnderstood"],
  ["12 stones", "notUnderstood"],
  ["12 g", "otherUnit"],
  ["$12", "notUnderstood"], // dollars in a field of carats
  ["1e3", "notUnderstood"],
  ["1/2", "notUnderstood"],
  ["½", "notUnderstood"],
  ["10²", "notUnderstood"],
  ["12 34", "notUnderstood"],
  ["1 23 456", "notUnderstood"],
  ["1 2345", "notUnderstood"],
  ["12.", "notUnderstood"],
  ["12,", "notUnderstood"],
  ["1,23,456", "notUnderstood"],
  ["1,2,3", "notUnderstood"],
  ["1.2.3", "notUnderstood"],
  ["12,34.5", "notUnderstood"],
  ["1..5", "notUnderstood"],
  ["1,,5", "notUnderstood"],
  ["1.5 2", "notUnderstood"],
  ["12 12 carats ct", "notUnderstood"],
  ["--5", "notUnderstood"],
  ["-5", "negative"],
  ["−5", "negative"],
  ["(5)", "negative"],
  ["5-", "notUnderstood"],
  ["-1,234.50", "negative"],
  ["12.3456", "tooManyDecimals"],
  ["12,3456", "tooManyDecimals"],
  ["1234.567", "tooManyDecimals"],
  ["1234,567", "tooManyDecimals"],
  ["0.123", "tooManyDecimals"],
  ["0,123", "tooManyDecimals"],
  ["1,234.567", "tooManyDecimals"],
  ["1.234,567", "tooManyDecimals"],
  ["100000000", "tooLarge"],
  ["99999999.991", "tooManyDecimals"],
  ["9".repeat(40), "tooLarge"],
];

describe.each(["en", "fr"] as const)("a number typed on the %s page", (locale) => {
  it.each(alike)("%j is %s carats", (typed, value) => {
    expect(readDecimal(typed, locale, carats)).toEqual({ ok: true, value });
  });

  it.each(inUsd)("%j is %s US dollars", (typed, value) => {
    expect(readDecimal(typed, locale, usd)).toEqual({ ok: true, value });
  });

  it.each(refused)("%j is refused: %s", (typed, problem) => {
    expect(readDecimal(typed, locale, carats)).toEqual({ ok: false, problem });
  });

  it.each(["C$5", "5 $ CA", "CAD 5", "5 €", "£5", "5 CHF"])("%s is not in US dollars", (typed) => {
    expect(readDecimal(typed, locale, usd)).toEqual({ ok: false, problem: "otherCurrency" });
  });

  it.each([
    ["1.234", "1234", "1.234"],
    ["5.005", "5005", "5.005"],
    ["12.345", "12345", "12.345"],
    ["999.000", "999000", "999.000"],
    ["1 234.567", "1234567", "1234.567"],
    ["1 234,567", "1234567", "1234.567"],
    ["$1.234", "1234", "1.234"],
  ])("%s is refused with both readings: %s and %s", (typed, thousands, decimal) => {
    expect(readDecimal(typed, locale, usd)).toEqual({
      ok: false,
      problem: "ambiguous",
      readings: [thousands, decimal],
    });
  });

  it("takes every amount back as it shows it", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999n }), (cents) => {
        const digits = cents.toString().padStart(3, "0");
        const value = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
        for (const unit of ["carats", "usd"] as const) {
          const shown = showDecimal(value, locale, unit);
          const options = unit === "carats" ? carats : usd;
          expect(readDecimal(shown, locale, options)).toEqual({ ok: true, value });
        }
      }),
    );
  });
});

describe("a comma before exactly three final digits", () => {
  it.each([
    ["1,234", "1234.00"],
    ["12,345", "12345.00"],
    ["999,999", "999999.00"],
    ["US$1,234", "1234.00"],
    ["1,234 $", "1234.00"],
  ])("of %s marks thousands in English: %s", (typed, value) => {
    expect(readDecimal(typed, "en", usd)).toEqual({ ok: true, value });
  });

  it.each([
    ["1,234", "1234", "1.234"],
    ["12,345", "12345", "12.345"],
    ["1,234 $", "1234", "1.234"],
  ])("of %s is refused in French, with both readings", (typed, thousands, decimal) => {
    const readings = [thousands, decimal];
    expect(readDecimal(typed, "fr", usd)).toEqual({ ok: false, problem: "ambiguous", readings });
  });
});

describe("a number without decimals or thousands", () => {
  it("refuses decimals of a count", () => {
    const count = { decimals: 0, max: "999" } as const;
    expect(readDecimal("3", "en", count)).toEqual({ ok: true, value: "3" });
    expect(readDecimal("3.5", "en", count)).toMatchObject({ problem: "tooManyDecimals" });
    expect(readDecimal("1000", "en", count)).toMatchObject({ problem: "tooLarge" });
  });

  it("reads three decimals where thousands cannot be", () => {
    const minutes = { decimals: 3, max: "60", grouping: false } as const;
    expect(readDecimal("14.250", "fr", minutes)).toEqual({ ok: true, value: "14.250" });
    expect(readDecimal("14,250", "fr", minutes)).toEqual({ ok: true, value: "14.250" });
  });
});

describe("a number as it is shown", () => {
  it.each([
    ["1234.50", "carats", "1,234.50\u00A0carats", "1\u00A0234,50\u00A0carats"],
    ["1.00", "carats", "1.00\u00A0carat", "1,00\u00A0carat"],
    ["0.50", "carats", "0.50\u00A0carats", "0,50\u00A0carat"],
    ["1234.50", "usd", "US$1,234.50", "1\u00A0234,50\u00A0$\u00A0US"],
    ["98.00", "usdPerCarat", "US$98.00 a carat", "98,00\u00A0$\u00A0US par carat"],
    [
      "99999999999.99",
      "usd",
      "US$99,999,999,999.99",
      "99\u00A0999\u00A0999\u00A0999,99\u00A0$\u00A0US",
    ],
    ["1234", undefined, "1,234", "1\u00A0234"],
    ["999", undefined, "999", "999"],
    ["what was typed", "carats", "what was typed", "what was typed"],
  ] as const)("%s %s", (value, unit, en, fr) => {
    expect(showDecimal(value, "en", unit)).toBe(en);
    expect(showDecimal(value, "fr", unit)).toBe(fr);
  });
});

it("does not puzzle over a text that is longer than any number", () => {
  const began = performance.now();
  const endless = `1${",".repeat(100_000)}x1`;
  expect(readDecimal(endless, "en", { decimals: 2, max: "999" })).toMatchObject({
    problem: "notUnderstood",
  });
  expect(performance.now() - began).toBeLessThan(500);
});
