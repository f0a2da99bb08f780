import { describe, expect, it } from "vitest";
import { fits } from "@/lib/certificates/record/facts";
import { findQrCode, LARGE_QR_SIDE, QR_SIDE, qrCodeOf, qrPath } from "@/lib/certificates/pdf/qr";
import { longest, pathological } from "@/lib/certificates/record/fixtures";

const url = "https://kimberleyprocess-processuskimberley.canada.ca/verify";

describe("QR code", () => {
  it("has level Q, a quiet zone of four modules and modules that paper can carry", () => {
    const { size, level, modules } = qrCodeOf(url);
    expect(level).toBe("Q");
    expect(QR_SIDE / size).toBeGreaterThan(0.375);
    modules.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (Math.min(x, y, size - 1 - x, size - 1 - y) < 4) expect(dark).toBe(false);
      });
    });
  });

  it("has its three finder patterns and its timing pattern", () => {
    const { size, modules } = qrCodeOf(url);
    const finder = (x: number, y: number): string =>
      Array.from({ length: 7 }, (_, j) =>
        Array.from({ length: 7 }, (_, i) => (modules[y + j]?.[x + i] ? "#" : ".")).join(""),
      ).join("\n");
    const expected = "#######\n#.....#\n#.###.#\n#.###.#\n#.###.#\n#.....#\n#######";
    expect(finder(4, 4)).toBe(expected);
    expect(finder(size - 11, 4)).toBe(expected);
    expect(finder(4, size - 11)).toBe(expected);
    for (let x = 12; x < size - 12; x++) expect(modules[10]?.[x]).toBe(x % 2 === 0);
  });

  it("draws exactly the dark modules", () => {
    const code = qrCodeOf(url);
    const drawn = new Set<string>();
    for (const [, x, y, run] of qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let i = 0; i < Number(run); i++) drawn.add(`${Number(x) + i} ${y}`);
    }
    const dark = code.modules.flatMap((row, y) => row.flatMap((d, x) => (d ? [`${x} ${y}`] : [])));
    expect([...drawn].sort()).toEqual(dark.sort());
  });

  it("grows with the seal, goes to level M for the longest, and refuses what paper cannot carry", () => {
    const withSeal = (digits: number) => `${url}#${"7".repeat(digits)}`;
    const said = (digits: number) => {
      const { level, side, size } = qrCodeOf(withSeal(digits));
      expect(side / size).toBeGreaterThanOrEqual(0.375);
      return `${level} ${side}`;
    };
    expect(said(850)).toBe(`Q ${QR_SIDE}`);
    expect(said(1500)).toBe(`Q ${QR_SIDE}`);
    expect(said(1700)).toBe(`Q ${LARGE_QR_SIDE}`);
    expect(said(2600)).toBe(`Q ${LARGE_QR_SIDE}`);
    expect(said(3700)).toBe(`M ${LARGE_QR_SIDE}`);
    for (const digits of [4000, 8000]) {
      expect(findQrCode(withSeal(digits))).toBeNull();
      expect(() => qrCodeOf(withSeal(digits))).toThrow(RangeError);
    }
  });

  it("packs the digits of a seal without loss", () => {
    const digits = 1000;
    const { size } = qrCodeOf(`${url}#${"7".repeat(digits)}`);
    // Version 20; as letters they would need version 31.
    expect(size - 8).toBe(17 + 4 * 20);
  });

  it("holds the longest record in real words, and of longer ones the issue is refused before", async () => {
    const origin = "https://kimberleyprocess-processuskimberley.canada.ca";
    const seals = (letter: string) =>
      Array.from({ length: 20 }, (_, i) => `${letter.repeat(18)}${i + 10}`);
    expect(await fits(longest(), origin)).toBe(true);
    expect(await fits(longest({ seals: seals("W") }), origin)).toBe(true);
    expect(await fits(pathological(), origin)).toBe(true);
    // Two bytes a letter.
    expect(await fits(longest({ seals: seals("é") }), origin)).toBe(false);
  });
});
