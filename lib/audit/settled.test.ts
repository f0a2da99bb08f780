import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settle, type Settled } from "./settled";

const none: Settled = { upTo: 0n, waiting: null };
const sight = (highest: number, ...writers: string[]) => ({
  highest: BigInt(highest),
  writers: new Set(writers),
});

describe("which entries can no more appear", () => {
  it("are all that there are while nobody adds any", () => {
    expect(settle(none, sight(9)).upTo).toBe(9n);
  });

  it("are those of an earlier moment once all of its writers have ended, however many began since", () => {
    const first = settle(none, sight(9, "a", "b"));
    expect(first.upTo).toBe(0n);
    const second = settle(first, sight(12, "b", "c"));
    expect(second.upTo).toBe(0n);
    const third = settle(second, sight(15, "c", "d"));
    expect(third.upTo).toBe(9n);
    expect(settle(third, sight(20, "e")).upTo).toBe(15n);
  });

  it("never lie above the number of a writer that has not ended", () => {
    // Each writer is given a number when it begins, and ends at some later step.
    const writer = fc.record({ begins: fc.nat(20), lasts: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(writer, { maxLength: 30 }), (writers) => {
        const given = [...writers].sort((a, b) => a.begins - b.begins);
        let settled = none;
        for (let step = 0; step < 45; step += 1) {
          const begun = given.filter(({ begins }) => begins <= step);
          const open = begun.filter(({ begins, lasts }) => step < begins + lasts);
          const names = open.map((each) => String(given.indexOf(each)));
          settled = settle(settled, sight(begun.length, ...names));
          for (const each of open) expect(settled.upTo <= BigInt(given.indexOf(each))).toBe(true);
        }
        expect(settled.upTo).toBe(BigInt(given.length));
      }),
    );
  });
});
