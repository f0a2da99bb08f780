import { describe, expect, test } from "vitest";
import { freezeScenario } from "@/tests/factories/snapshots";
import { saidByRule } from "./findings";
import { mergeWork } from "./merge-work";
import { carriedOver, changedParts, sameFindings } from "./standing-work";
import { checklistOf, keptFrom, workOf, type Work } from "./work";

const work: Work = {
  papersLegible: "yes",
  consigneePlausible: "yes",
  originProved: "yes",
  carats: "3702.00",
  caratsWhy: "A smudge.",
  usd: "1.00",
  seals: "2",
  "decision-R22": "accept",
  "note-R22": "Seen.",
  reasons: "All in order.",
  "section-origin": "yes",
  "section-consignee": "yes",
  "section-documents": "yes",
};
const said = { R22: "the same" };
const kept = { values: work, about: said };
const before = freezeScenario("S02");

describe("the work of a review", () => {
  test("is read as the checklist judges it; a note alone is a reason to accept", () => {
    const checklist = checklistOf({
      ...work,
      "note-R13": "By letter.",
      "decision-R39": "nonsense",
    });
    expect(checklist.sections).toEqual(["consignee", "origin", "documents"]);
    expect(checklist.dispositions).toMatchObject({
      R22: { decision: "accept", note: "Seen." },
      R13: { decision: "accept", note: "By letter." },
      R39: { decision: undefined },
    });
    expect(checklist.read).toMatchObject({ carats: "3702.00", seals: "2" });
  });

  test("is stored and read again, with what the decided rules found", () => {
    const { kept: stored, sections } = keptFrom(work, { R22: "the same", R14: "not decided" });
    expect(stored.about).toEqual({ R22: "the same" });
    expect(workOf({ checklist: stored, acceptedSections: sections })).toEqual(work);
  });
});

describe("a newer submission", () => {
  test("in which nothing is different leaves all of it standing", () => {
    expect(carriedOver(kept, before, { ...before, submissionVersion: 2 }, said)).toEqual({
      work,
      again: [],
    });
  });

  test("with another consignee asks again what was about the consignee", () => {
    const { consignee } = before.answers;
    const after = {
      ...before,
      answers: {
        ...before.answers,
        consignee: { ...consignee, consignee: { ...consignee?.consignee, city: "Gent" } },
      },
    };
    expect(carriedOver(kept, before, after, said).again).toEqual([
      "consigneePlausible",
      "section-consignee",
    ]);
    expect(changedParts(before, after)).toEqual(["consignee"]);
  });

  test("with another document asks again what was read and judged from papers", () => {
    const [first] = before.documents;
    const after = { ...before, documents: first ? [{ ...first, id: "another" }] : [] };
    expect(carriedOver(kept, before, after, said).again).toEqual([
      "papersLegible",
      "originProved",
      "carats",
      "caratsWhy",
      "usd",
      "seals",
      "section-documents",
    ]);
  });

  test("in which a check finds something else asks for the decision again", () => {
    const [one, other] = ["TOR-1", "TOR-2"].map((seal) =>
      saidByRule([
        { rule: "R22", messageKey: "R22.live", params: { seal: { as: "text", value: seal } } },
      ]),
    );
    const stored = { values: work, about: one ?? {} };
    expect(sameFindings(stored, one ?? {}).again).toEqual([]);
    expect(sameFindings(stored, other ?? {}).again).toEqual(["decision-R22", "note-R22"]);
    expect(sameFindings(stored, {}).work).not.toHaveProperty("decision-R22");
  });
});

describe("two people at the same time", () => {
  test("lose nothing: what only one of them answered is kept", () => {
    const merged = mergeWork({ carats: "1.00" }, { usd: "2.00", carats: "1.00" }, {});
    expect(merged).toEqual({ merged: { carats: "1.00", usd: "2.00" }, clashes: [] });
  });

  test("both see what they answered differently, and one of them chooses", () => {
    const [mine, theirs] = [{ carats: "1.00" }, { carats: "2.00" }];
    expect(mergeWork(mine, theirs, {})).toEqual({
      merged: theirs,
      clashes: [{ field: "carats", mine: "1.00", theirs: "2.00" }],
    });
    for (const [side, value] of [
      ["mine", "1.00"],
      ["theirs", "2.00"],
    ] as const) {
      expect(mergeWork(mine, theirs, { "clash-carats": side })).toEqual({
        merged: { carats: value },
        clashes: [],
      });
    }
  });
});
