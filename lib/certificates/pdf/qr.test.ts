import { describe, expect, it } from "vitest";
import { QR_SIDE, qrCodeOf, qrPath } from "@/lib/certificates/pdf/qr";

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

  it("goes to level M for long addresses and refuses what paper cannot carry", () => {
    const seal = (digits: number) => `${url}#${"7".repeat(digits)}`;
    expect(qrCodeOf(seal(600)).level).toBe("Q");
    expect(qrCodeOf(seal(800)).level).toBe("M");
    expect(() => qrCodeOf(seal(5000))).toThrow(RangeError);
  });
});
