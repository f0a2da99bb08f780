import { describe, expect, it } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { evaluate } from "@/lib/applications/rules/engine";
import { scenarios } from "@/lib/applications/rules/scenario-answers";
import { factsOf } from "@/lib/applications/rules/scenario-facts";
import {
  countDone,
  incompleteSections,
  neighbour,
  sections,
  stateOf,
  type Section,
} from "@/lib/applications/sections";
import { sectionForms } from "@/lib/applications/schema";
import en from "@/messages/en.json";

const [first] = scenarios;
if (!first) throw new Error("There are no scenarios.");
const good = factsOf(first);

function stateWith(section: Section, answers: Answers, documents = good.documents) {
  return stateOf(section, answers, documents, evaluate({ ...good, answers, documents }));
}

describe("the sections of an application", () => {
  it("start empty", () => {
    const states = sections.map((section) => stateWith(section, {}, []));
    expect(states).toEqual([...Array<string>(6).fill("not_started"), "cannot_start"]);
    expect(countDone({}, [], [])).toBe(0);
    expect(incompleteSections({})).toEqual(Object.keys(sectionForms));
  });

  it("are all done when everything is there", () => {
    expect(countDone(good.answers, good.documents, evaluate(good))).toBe(7);
  });

  it("open the summary when the other six are done, and wait for the declarations", () => {
    const undeclared = evaluate({ ...good, declarations: [] });
    expect(stateOf("summary", good.answers, good.documents, undeclared)).toBe("not_started");
    const empty = { ...good.answers, origin: {} };
    expect(stateWith("summary", empty)).toBe("cannot_start");
  });

  it.each<[string, Section, Answers, string]>([
    ["a destination only", "consignee", { consignee: { destination: "EU" } }, "in_progress"],
    ["an empty list", "origin", { origin: { origins: [] } }, "not_started"],
    [
      "half a row",
      "origin",
      { origin: { origins: [{ id: "a", category: "extraction", carats: "1.00" }] } },
      "in_progress",
    ],
    [
      "a mass that could not be read",
      "origin",
      {
        origin: {
          origins: [
            { id: "a", category: "new_production", mine: "EKATI", carats: "1,2,3", usd: "1.00" },
          ],
        },
      },
      "needs_attention",
    ],
    [
      "three containers and two seals",
      "goods",
      { ...good.answers, goods: { ...good.answers.goods, seals: ["N-1", "N-2"] } },
      "needs_attention",
    ],
    [
      "an exporter who is not named",
      "applicant",
      { applicant: { exporterIsDifferent: true } },
      "in_progress",
    ],
    [
      "delivery to an exporter that is not there",
      "delivery",
      { delivery: { to: "exporter" } },
      "needs_attention",
    ],
  ])("with %s: %s", (_, section, answers, state) => {
    expect(stateWith(section, answers)).toBe(state);
  });

  it("keep documents in progress until the needed ones are there", () => {
    const answers: Answers = {
      origin: { origins: [{ id: "a", category: "previously_imported" }] },
    };
    expect(stateWith("documents", answers, [{ id: "d", kind: "invoice", name: "a.pdf" }])).toBe(
      "in_progress",
    );
  });

  it("follow each other and have names", () => {
    expect(neighbour("applicant", -1)).toBeNull();
    expect(neighbour("applicant", 1)).toBe("delivery");
    expect(neighbour("summary", 1)).toBeNull();
    expect(Object.keys(en.sections).filter((key) => key !== "state")).toEqual([...sections]);
  });
});
