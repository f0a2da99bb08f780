import { describe, expect, test } from "vitest";
import { completeChecklist, differenceOf, type ChecklistInput } from "./checklist";

const figures = { carats: "4998.75", usd: "503739.20", seals: "3" };
const complete: ChecklistInput = {
  answers: { papersLegible: "yes", consigneePlausible: "yes", originProved: "yes" },
  read: figures,
  why: {},
  accepted: { R13: "The mine confirmed it by letter." },
};
const fields = (input: Partial<ChecklistInput>, outcome: "issue" | "reject" = "issue") => {
  const checked = completeChecklist({ ...complete, ...input }, figures, ["R13"], outcome);
  return checked.ok ? [] : checked.problems.map(({ field }) => field);
};

describe("a difference between paper and application", () => {
  test.each([
    ["4989.75", "4998.75", "-9.00"],
    ["4998.75", "4998.75", null],
    ["4998.8", "4998.80", null],
    ["4", "3", "+1"],
    ["0.1", "0.30", "-0.20"],
  ])("%s against %s is %s", (read, application, difference) => {
    expect(differenceOf(read, application)).toBe(difference);
  });
});

describe("the checklist", () => {
  test("is complete with every answer, figure and accepted finding", () => {
    expect(completeChecklist(complete, figures, ["R13"], "issue")).toEqual({
      ok: true,
      value: {
        version: 1,
        answers: complete.answers,
        readings: {
          carats: { read: "4998.75", application: "4998.75" },
          usd: { read: "503739.20", application: "503739.20" },
          seals: { read: "3", application: "3" },
        },
        accepted: [{ rule: "R13", why: "The mine confirmed it by letter." }],
      },
    });
  });

  test.each<[string, Partial<ChecklistInput>, string[]]>([
    [
      "a question",
      { answers: { papersLegible: "yes", originProved: "yes" } },
      ["consigneePlausible"],
    ],
    ["a yes", { answers: { ...complete.answers, originProved: "no" } }, ["originProved"]],
    ["a figure", { read: { ...figures, usd: undefined } }, ["usd"]],
    ["words for a difference", { read: { ...figures, carats: "4989.75" } }, ["caratsWhy"]],
    ["more than blanks", { read: { ...figures, seals: "2" }, why: { seals: "  " } }, ["sealsWhy"]],
    ["why a finding is accepted", { accepted: {} }, ["accept-R13"]],
  ])("to issue lacks %s", (_what, input, missing) => {
    expect(fields(input)).toEqual(missing);
  });

  test("to reject needs the answers only, whatever they are", () => {
    expect(fields({ read: {}, accepted: {} }, "reject")).toEqual([]);
    expect(fields({ answers: { ...complete.answers, papersLegible: "no" } }, "reject")).toEqual([]);
    expect(fields({ answers: {} }, "reject")).toHaveLength(3);
  });
});
