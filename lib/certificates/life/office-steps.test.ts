import { expect, it } from "vitest";
import { officeStepOf, officeSteps, wordOf } from "@/lib/certificates/life/office-steps";

it("finds each step by its words in both languages, and nothing by another", () => {
  for (const step of officeSteps) {
    for (const language of ["en", "fr"] as const) {
      expect(officeStepOf(wordOf(step, language))).toBe(step);
    }
  }
  const all = officeSteps.flatMap((step) => [wordOf(step, "en"), wordOf(step, "fr")]);
  expect(new Set(all).size).toBe(all.length);
  for (const other of ["", "toString", "Print", "texte"])
    expect(officeStepOf(other)).toBe(undefined);
});
