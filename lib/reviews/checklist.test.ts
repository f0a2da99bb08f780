import { describe, expect, test } from "vitest";
import { completeChecklist, differenceOf, readStored, type ChecklistInput } from "./checklist";

const figures = { carats: "4998.75", usd: "503739.20", seals: "3" };
const complete: ChecklistInput = {
  answers: { papersLegible: "yes", consigneePlausible: "yes", originProved: "yes" },
  read: figures,
  why: {},
  dispositions: { R22: { decision: "accept", note: "The seal was read twice." } },
  sections: ["goods"],
};
const toDecide = [{ rule: "R22", notable: false }];
const fields = (input: Partial<ChecklistInput>, outcome: "issue" | "reject" = "issue") => {
  const checked = completeChecklist({ ...complete, ...input }, figures, toDecide, outcome);
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
    expect(completeChecklist(complete, figures, toDecide, "issue")).toEqual({
      ok: true,
      value: {
        version: 2,
        answers: complete.answers,
        readings: {
          carats: { read: "4998.75", application: "4998.75" },
          usd: { read: "503739.20", application: "503739.20" },
          seals: { read: "3", application: "3" },
        },
        dispositions: [{ rule: "R22", decision: "accept", note: "The seal was read twice." }],
        sections: ["goods"],
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
    ["a decision about a finding", { dispositions: {} }, ["decision-R22"]],
    [
      "why a finding is accepted",
      { dispositions: { R22: { decision: "accept", note: " " } } },
      ["note-R22"],
    ],
    [
      "another decision than to ask",
      { dispositions: { R22: { decision: "ask", note: "" } } },
      ["decision-R22"],
    ],
    [
      "more than note of what only officers weigh",
      { dispositions: { R22: { decision: "noted", note: "" } } },
      ["decision-R22"],
    ],
  ])("to issue lacks %s", (_what, input, missing) => {
    expect(fields(input)).toEqual(missing);
  });

  test("to reject needs the answers only, whatever they are", () => {
    expect(fields({ read: {}, dispositions: {} }, "reject")).toEqual([]);
    expect(fields({ answers: { ...complete.answers, papersLegible: "no" } }, "reject")).toEqual([]);
    expect(fields({ answers: {} }, "reject")).toHaveLength(3);
  });

  test("takes note of what both sides know, without a reason", () => {
    const noted = { R13: { decision: "noted", note: "" } } as const;
    const input = { ...complete, dispositions: noted };
    expect(
      completeChecklist(input, figures, [{ rule: "R13", notable: true }], "issue"),
    ).toMatchObject({
      ok: true,
      value: { dispositions: [{ rule: "R13", decision: "noted", note: "" }] },
    });
  });

  test("of the first version is read as accepted", () => {
    const first = {
      version: 1,
      answers: {},
      readings: {},
      accepted: [{ rule: "R13", why: "Yes." }],
    };
    expect(readStored(first)).toEqual({
      version: 2,
      answers: {},
      readings: {},
      dispositions: [{ rule: "R13", decision: "accept", note: "Yes." }],
      sections: [],
    });
  });
});
