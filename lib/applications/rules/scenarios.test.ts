import { describe, expect, it } from "vitest";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { deriveOrigin, type DerivedOrigin } from "@/lib/applications/origin";
import { incompleteSections, sections, stateOf } from "@/lib/applications/sections";
import { evaluate, outcomeOf } from "./engine";
import { rowsOf } from "./rule";
import { scenarios } from "./scenario-answers";
import { factsOf } from "./scenario-facts";

function written(origin: DerivedOrigin): string {
  switch (origin.kind) {
    case "none":
      return "";
    case "unknown":
      return "unknown";
    case "single":
      return origin.participant;
    case "mixed":
      return `mixed:${origin.participants.join(";")}`;
  }
}

it("knows every scenario", () => {
  expect(scenarios).toHaveLength(33);
});

describe.each(scenarios)("$id $title", (scenario) => {
  const facts = factsOf(scenario);
  const findings = evaluate(facts);

  it(`is ${scenario.expect.outcome} by ${scenario.expect.rules?.join(", ") ?? "no rule"}`, () => {
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(scenario.expect.rules ?? []);
    expect(outcomeOf(findings)).toBe(scenario.expect.outcome);
  });

  it(`derives the origin “${scenario.derives}”`, () => {
    expect(written(deriveOrigin(rowsOf(facts), facts.importCertificates))).toBe(scenario.derives);
  });

  it("says so in both languages", () => {
    for (const finding of findings) {
      const [en, fr] = [findingSentence(finding, "en"), findingSentence(finding, "fr")];
      expect(en).toMatch(/^\P{Ll}.+[.?]$/u);
      expect(fr).toMatch(/^\P{Ll}.+[.?]$/u);
      expect(fr).not.toBe(en);
      expect(`${en}${fr}`).not.toMatch(/[{}]|undefined|rules\./u);
    }
  });

  it("is done in every section exactly when nothing blocks it", () => {
    const states = sections.map((s) => stateOf(s, facts.answers, facts.documents, findings));
    const blocked = scenario.expect.outcome === "blocked";
    expect(states.every((state) => state === "done")).toBe(!blocked);
    if (!blocked) expect(incompleteSections(facts.answers)).toEqual([]);
  });
});
