import { describe, expect, it } from "vitest";
import { alike, gainsOf, objectionTo, type Acting, type MergeSide } from "./merge-figures";

const person = (userId: string, kind: Acting["kind"] = "representative"): Acting => ({
  userId,
  name: userId,
  email: null,
  kind,
  permissions: kind === "owner" ? ["view", "prepare", "submit"] : ["view"],
});
const side = (id: string, changes: Partial<MergeSide> = {}): MergeSide => ({
  id,
  legalName: "Boréal Rough Ltd.",
  address: [],
  businessNumber: null,
  createdAt: new Date(0),
  mergedIntoId: null,
  acting: [],
  drafts: 0,
  open: 0,
  ended: 0,
  imports: 0,
  announcements: 0,
  book: 0,
  holdsOthers: false,
  ownProfile: false,
  ...changes,
});

describe("what stands against a merge", () => {
  it.each([
    [side("a"), side("b"), null],
    [side("a"), side("a"), "itself"],
    [side("a", { mergedIntoId: "c" }), side("b"), "chain"],
    [side("a"), side("b", { mergedIntoId: "c" }), "chain"],
    [side("a", { holdsOthers: true }), side("b"), "chain"],
    [side("a"), side("b", { holdsOthers: true }), null],
    [side("a"), side("b", { ownProfile: true }), "ownProfile"],
    [side("a", { open: 1 }), side("b"), "openApplications"],
    [side("a", { drafts: 3 }), side("b", { open: 2 }), null],
  ])("%#", (from, into, objection) => {
    expect(objectionTo(from, into)).toBe(objection);
  });
});

it("names whoever comes, with what they had, and who no longer owns", () => {
  const from = side("a", { acting: [person("ann", "owner"), person("bob"), person("cy")] });
  const into = side("b", { acting: [person("bob"), person("dee", "owner")] });
  expect(gainsOf(from, into)).toMatchObject([
    { person: { userId: "ann" }, permissions: ["view", "prepare", "submit"], noLongerOwner: true },
    { person: { userId: "cy" }, permissions: ["view"], noLongerOwner: false },
  ]);
});

it("compares names without accents and punctuation, and numbers by their nine digits", () => {
  const number = (businessNumber: string | null, legalName = "Boreal Rough, Ltd") =>
    side("b", { businessNumber, legalName });
  expect(alike(side("a"), number(null))).toEqual({ name: true, number: false });
  expect(
    alike(side("a", { businessNumber: "123456782RC0001" }), number("123456782", "Other")),
  ).toEqual({ name: false, number: true });
});
