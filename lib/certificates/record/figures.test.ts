import { describe, expect, it } from "vitest";
import {
  bothLanguages,
  formatDecimal,
  formatLongDate,
  formatUsd,
} from "@/lib/certificates/record/figures";

describe("figures", () => {
  it("follow the convention of each language", () => {
    expect(formatDecimal("12480.35", "en")).toBe("12,480.35");
    expect(formatDecimal("12480.35", "fr")).toBe("12\u00A0480,35");
    expect(formatDecimal("0.05", "fr")).toBe("0,05");
    expect(formatUsd("1348920.50", "en")).toBe("US$1,348,920.50");
    expect(formatUsd("1348920.50", "fr")).toBe("1\u00A0348\u00A0920,50\u00A0$\u00A0US");
    expect(formatDecimal("999999999999.99", "en")).toBe("999,999,999,999.99");
  });

  it("write dates in words", () => {
    expect(formatLongDate("2026-03-01", "en")).toBe("1 March 2026");
    expect(formatLongDate("2026-03-01", "fr")).toBe("1er mars 2026");
    expect(formatLongDate("2026-08-12", "fr")).toBe("12 août 2026");
  });

  it("say once what is the same in both languages", () => {
    expect(bothLanguages({ en: "Canada", fr: "Canada" })).toBe("Canada");
    expect(bothLanguages({ en: "Belgium", fr: "Belgique" })).toBe("Belgium / Belgique");
  });
});
