import { afterEach, expect, test } from "vitest";
import { readSection } from "./read-section";
import type { AnsweredSection } from "@/lib/applications/schema";

/* What travels in a form unseen comes back from a browser: whoever changes it harms nobody but their own save. */

const prototypes = [Object.prototype, Array.prototype] as object[];
const names = ["id", "carats", "subheading", "latitude", "origins", "hsLines"];
afterEach(() => {
  for (const prototype of prototypes) {
    for (const name of names) Reflect.deleteProperty(prototype, name);
  }
});

function sent(section: AnsweredSection, fields: Record<string, unknown>) {
  const formData = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    formData.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return readSection(section, formData, "en");
}

const clash = (name: string) => ({
  since: 1,
  fields: { [name]: { base: "x", mine: "y", theirs: "z" } },
});

test.each([
  ["origin", "origins[__proto__].id", {}],
  ["origin", "origins[__proto__].carats", { origins: [{ id: "a" }] }],
  ["origin", "origins[__proto__].latitude.degrees", { origins: [] }],
  ["goods", "hsLines[__proto__].subheading", {}],
  ["goods", "seals[__proto__]", { seals: ["a"] }],
] as const)("%s: the clash %s reaches no prototype", (section, name, base) => {
  const { drawn } = sent(section, { base, clashes: clash(name), version: "1" });
  expect(Object.keys(drawn.waiting)).toEqual([]);
  expect(prototypes.map((prototype) => Object.keys(prototype))).toEqual([[], []]);
});

test.each([
  ["origin", { origins: "text" }],
  ["origin", { origins: { 0: {} } }],
  ["origin", { origins: [null] }],
  ["origin", { origins: [{ id: "a", category: { length: 1 } }] }],
  ["goods", { hsLines: 5 }],
  ["goods", { hsLines: [["7102.10"]] }],
  ["delivery", JSON.parse('{"to":{"to":{"to":{"to":"x"}}}}')],
] as const)("%s: answers that no page shows do not count as seen: %j", (section, base) => {
  expect(sent(section, { base, version: "1" }).base).toBeUndefined();
});

test("what a page really shows comes back whole", () => {
  const point = { degrees: "64", minutes: "30.5" };
  const origins = [
    { id: "a", category: "exploration", latitude: point, longitude: point },
    { id: "b", category: "new_production", carats: "1.00" },
  ];
  expect(sent("origin", { base: { origins } }).base).toEqual({ origins });
  const seals = Array.from({ length: 300 }, (_, i) => `GK ${i}`);
  const goods = { hsLines: [{}, { subheading: "7102.10" }], seals, parcels: "3" };
  expect(sent("goods", { base: goods }).base).toEqual(goods);
  const consignee = { name: "A", addressLines: ["1 Street", "Town"], country: "AE" };
  expect(sent("consignee", { base: { destination: "AE", consignee } }).base).toEqual({
    destination: "AE",
    consignee,
  });
  const applicant = { exporterIsDifferent: true, exporter: { name: "B" } };
  expect(sent("applicant", { base: applicant }).base).toEqual(applicant);
  expect(sent("origin", { base: {} }).base).toEqual({});
});

test("many clashes beside many fields take no longer than either", () => {
  const sides = { base: null, mine: null, theirs: null };
  const fields = Object.fromEntries(
    Array.from({ length: 1500 }, (_, i) => [`origins[#${i}].usd`, sides]),
  );
  const formData = new FormData();
  formData.append("clashes", JSON.stringify({ since: 1, fields }));
  for (let i = 0; i < 20_000; i += 1) formData.append("a", "");
  for (let i = 0; i < 2000; i += 1) formData.append(`a${i}[999].id`, "b");
  const began = performance.now();
  readSection("origin", formData, "en");
  expect(performance.now() - began).toBeLessThan(2000);
});
