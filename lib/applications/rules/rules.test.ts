import { describe, expect, it } from "vitest";
import { findingSentence, ruleText } from "@/lib/applications/finding-sentence";
import en from "@/messages/en.json";
import { cases, failures } from "./cases/cases";
import { facts, mine, rows } from "./cases/shipments";
import { checkEach, outcomeOf, rules } from "./engine";
import type { Facts, RuleId, Severity } from "./rule";

const resultOf = (id: RuleId, given: Facts) => checkEach(given).find(({ rule }) => rule === id);

it("has every rule of the messages, in order and once", () => {
  expect(rules.map(({ id }) => id)).toEqual(Object.keys(en.rules).sort());
});

describe.each(rules)("$id", (rule) => {
  it.each(cases[rule.id].passes.map((given, index) => [index + 1, given] as const))(
    "passes good case %i",
    (_, given) => {
      expect(resultOf(rule.id, given)).toEqual({ rule: rule.id, result: "passed", findings: [] });
    },
  );

  it.each(failures.filter((failure) => failure.rule === rule.id))(
    "finds $message at $field",
    ({ facts, severity, message, field }) => {
      const found = resultOf(rule.id, facts)?.findings ?? [];
      const expected = { severity, messageKey: message, field };
      expect(found).toContainEqual(expect.objectContaining(expected));
      for (const finding of found) {
        const [english, french] = [findingSentence(finding, "en"), findingSentence(finding, "fr")];
        expect(french).not.toBe(english);
        expect(`${english}${french}`).not.toMatch(/[{}]|undefined|rules\./u);
        expect(rule.sections).toContain(finding.section);
      }
    },
  );

  it("reaches every one of its sentences", () => {
    const keys = Object.keys(en.rules[rule.id].found).map((found) => `${rule.id}.${found}`);
    expect([...new Set(cases[rule.id].finds.map(([, , message]) => message))].sort()).toEqual(
      keys.sort(),
    );
  });

  it("is as grave as it says it can be", () => {
    const reached = new Set(cases[rule.id].finds.map(([, severity]) => severity));
    expect([...reached].sort()).toEqual([...rule.severities].sort());
  });

  it("has a name, what it compares and a basis in both languages", () => {
    for (const part of ["name", "compares", "basis"] as const) {
      expect(ruleText(rule.id, part, "en")).not.toBe(ruleText(rule.id, part, "fr"));
    }
  });
});

it("says nothing of imports where nothing was imported", () => {
  const silent = checkEach(facts()).filter(({ result }) => result === "does_not_apply");
  expect(silent.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["R03", "R12", "R15", "R16", "R18", "R19", "R20", "R23"]),
  );
});

it.each(["R14", "R17", "R39"] as const)("never stops anybody for %s", (id) => {
  for (const { facts } of failures.filter(({ rule }) => rule === id)) {
    const findings = resultOf(id, facts)?.findings ?? [];
    expect(outcomeOf(findings)).toMatch(/^accepted_with_/);
  }
});

it("lets the gravest finding decide", () => {
  const found = (...severities: Severity[]) => severities.map((severity) => ({ severity }));
  expect(outcomeOf([])).toBe("accepted");
  expect(outcomeOf(found("warn"))).toBe("accepted_with_warnings");
  expect(outcomeOf(found("warn", "officer"))).toBe("accepted_with_officer_flag");
  expect(outcomeOf(found("officer", "block", "warn"))).toBe("blocked");
});

it.each(["0", "1.234", "12 ct"])("compares no totals while a row has %j carats", (carats) => {
  const found = checkEach(rows(mine, { ...mine, id: "b", carats }));
  expect(found.find(({ rule }) => rule === "R11")?.result).toBe("does_not_apply");
  expect(found.find(({ rule }) => rule === "R10")?.result).toBe("found");
});
