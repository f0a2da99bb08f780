import { expect } from "vitest";
import { errorAt, ofClass, summaryOn } from "./drawn-form";
import type { Drawn } from "./read-html";

/**
 * Every error on the page stands beside its field and in the summary, which leads to the field, word
 * for word the same. Gives the sentences by the ids of the fields.
 */
export function expectToldTwice(page: Drawn): ReadonlyMap<string, string> {
  const told = summaryOn(page);
  for (const { leadsTo, says } of told) {
    expect(errorAt(page, leadsTo), `beside ${leadsTo}`).toBe(says);
    expect(says).toMatch(/^\P{Ll}.+[.?…\p{L}]$/u);
    expect(says).not.toMatch(/[{}]|undefined|errors\.|rules\./);
  }
  expect(ofClass(page, "error").length, "errors at fields").toBe(told.length);
  return new Map(told.map(({ leadsTo, says }) => [leadsTo, says]));
}
