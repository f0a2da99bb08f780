import { expect, it } from "vitest";
import { warningsOf } from "./warnings";

const around = { today: "2026-11-28", registered: [], announced: [] };
const announced = { issuer: "BW", number: "BW 0078214", importedOn: "2026-11-25" };
const kinds = (changes: object, more: object = {}) =>
  warningsOf({ ...announced, ...changes }, { ...around, ...more }).map(({ kind }) => kind);
const own = { id: "1", issuer: "BW", number: "bw-0078214" };

it("says nothing of a plain announcement, nor of an empty one", () => {
  expect(kinds({})).toEqual([]);
  expect(warningsOf({}, around)).toEqual([]);
});

it("knows the same certificate of the profile however it is spaced", () => {
  expect(kinds({}, { registered: [own] })).toEqual(["registered"]);
  expect(kinds({}, { announced: [own] })).toEqual(["announcedTwice"]);
  expect(kinds({ issuer: "NA", number: "NA 1" }, { registered: [own] })).toEqual([]);
});

it("compares the letters of the number with the issuer", () => {
  expect(kinds({ issuer: "NA" })).toEqual(["prefix"]);
  // Of the European Union also the older one, never a member's.
  for (const [number, found] of [
    ["EU 123456", []],
    ["EC 123456", []],
    ["BE 123456", ["prefix"]],
  ] as const) {
    expect(kinds({ issuer: "EU", number }), number).toEqual(found);
  }
});

it("counts seven days of the calendar, the last one included", () => {
  expect(kinds({ importedOn: "2026-11-21" })).toEqual([]);
  expect(warningsOf({ importedOn: "2026-11-20" }, around)).toEqual([
    { kind: "late", dueOn: "2026-11-27" },
  ]);
  expect(kinds({ importedOn: "2026-11-29" })).toEqual(["future"]);
});
