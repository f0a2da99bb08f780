import { describe, expect, it } from "vitest";
import {
  addressLimit,
  lockMilliseconds,
  memoryMilliseconds,
  personLimit,
  waitBefore,
} from "@/gckey/throttle";

const lastAt = new Date("2026-11-20T12:00:00Z");
const after = (milliseconds: number) => new Date(lastAt.getTime() + milliseconds);
const wait = (failures: number, milliseconds: number, limit = personLimit) =>
  waitBefore({ failures, lastAt }, limit, after(milliseconds));

describe("waitBefore", () => {
  it("lets the first five tries of a person through at once", () => {
    for (let failures = 0; failures < 5; failures++) expect(wait(failures, 0)).toBe(0);
  });

  it("then doubles the pause", () => {
    expect([5, 6, 7, 8, 9].map((failures) => wait(failures, 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000,
    ]);
    expect(wait(9, 15_999)).toBe(1);
    expect(wait(9, 16_000)).toBe(0);
  });

  it("locks at ten failures, for a while and not for good", () => {
    expect(wait(10, 0)).toBe(lockMilliseconds);
    expect(wait(10, lockMilliseconds - 1)).toBe(1);
    expect(wait(10, lockMilliseconds)).toBe(0);
    expect(wait(11, 0)).toBe(lockMilliseconds);
    expect(wait(5_000, lockMilliseconds)).toBe(0);
  });

  it("forgets after a quiet day", () => {
    expect(wait(10, memoryMilliseconds)).toBe(0);
    expect(waitBefore({ failures: 9, lastAt }, personLimit, after(memoryMilliseconds))).toBe(0);
  });

  it("gives an address, with an office behind it, more room", () => {
    expect(wait(99, 0, addressLimit)).toBe(0);
    expect(wait(110, 0, addressLimit)).toBe(lockMilliseconds);
  });
});
