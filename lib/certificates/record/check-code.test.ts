import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkCodePattern,
  encodeCheckCode,
  newCheckCode,
  parseCheckCode,
} from "@/lib/certificates/record/check-code";

describe("check code", () => {
  it("holds 40 bits in eight characters", () => {
    expect(encodeCheckCode(new Uint8Array(5))).toBe("0000-0000");
    expect(encodeCheckCode(new Uint8Array(5).fill(255))).toBe("ZZZZ-ZZZZ");
    expect(encodeCheckCode(Uint8Array.of(0, 0, 0, 0, 33))).toBe("0000-0011");
    expect(() => encodeCheckCode(new Uint8Array(4))).toThrow(RangeError);
  });

  it("differs for different bytes, and reads back however it is typed", () => {
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const code = encodeCheckCode(a);
        expect(code).toMatch(checkCodePattern);
        expect(code === encodeCheckCode(b)).toBe(Buffer.compare(a, b) === 0);
        const sloppy = code
          .toLowerCase()
          .replace("-", " ")
          .replaceAll("0", "o")
          .replaceAll("1", "l");
        expect(parseCheckCode(sloppy)).toBe(code);
      }),
    );
  });

  it("is new each time", () => {
    expect(new Set(Array.from({ length: 1000 }, newCheckCode)).size).toBe(1000);
  });

  it.each(["", "K7QM-4PX", "K7QM-4PXTT", "K7QM-4PXU", "K7QM-4PX!"])("refuses %j", (typed) => {
    expect(parseCheckCode(typed)).toBeNull();
  });
});
