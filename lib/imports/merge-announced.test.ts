import { expect, it } from "vitest";
import { mergeAnnounced } from "./merge-announced";

const base = { issuer: "BW", number: "BW 1", importedOn: "2026-11-20" };
const merge = (mine: object, theirs: object, choices = {}) =>
  mergeAnnounced({ base, mine, theirs, choices });

it("keeps what each of two people changed", () => {
  expect(merge({ ...base, number: "BW 2" }, { ...base, note: "Two boxes." })).toEqual({
    merged: { ...base, number: "BW 2", note: "Two boxes." },
    clashes: [],
  });
});

it("empties what one of them emptied", () => {
  const without = { issuer: base.issuer, importedOn: base.importedOn };
  expect(merge(without, { ...base, issuer: "NA" })).toEqual({
    merged: { issuer: "NA", importedOn: base.importedOn },
    clashes: [],
  });
});

it("asks where both changed the same, and keeps what is stored until then", () => {
  const [mine, theirs] = [
    { ...base, number: "BW 2" },
    { ...base, number: "BW 3" },
  ];
  expect(merge(mine, theirs)).toEqual({ merged: theirs, clashes: ["number"] });
  expect(merge(mine, theirs, { number: "mine" })).toEqual({ merged: mine, clashes: [] });
  expect(merge(mine, theirs, { number: "theirs" })).toEqual({ merged: theirs, clashes: [] });
  expect(merge(mine, mine)).toEqual({ merged: mine, clashes: [] });
});
