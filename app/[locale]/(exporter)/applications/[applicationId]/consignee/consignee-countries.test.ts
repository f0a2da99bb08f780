import { expect, test } from "vitest";
import { consigneeCountries } from "./consignee-countries";
import { countryOptions } from "@/lib/reference/country-options";
import { destinationsOn, participantOfCountry } from "@/lib/reference/lookups";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const reference = readReferenceFiles();
const destinations = destinationsOn(reference, "2026-11-25");
const inFrench = consigneeCountries(reference, destinations, "fr");
const of = (code: string) => inFrench.find(({ destination }) => destination === code);

test("the European Union is its members and the places that count with them, never itself", () => {
  const codes = of("EU")?.codes ?? [];
  expect(codes).toHaveLength(33);
  expect(codes).toEqual(expect.arrayContaining(["BE", "FR", "GL", "RE"]));
  expect(codes).not.toContain("EU");
  expect(codes).not.toContain("GB");
  expect(of("EU")?.names.slice(0, 3)).toEqual(["Allemagne", "Autriche", "Belgique"]);
});

test("China and Switzerland take others with them; most destinations are one country", () => {
  expect(of("CN")?.codes.toSorted()).toEqual(["CN", "HK", "MO"]);
  expect(of("CH")?.codes.toSorted()).toEqual(["CH", "LI"]);
  expect(of("IN")).toMatchObject({ codes: ["IN"], names: ["Inde"] });
});

test("every country that is offered first passes the rule, and can be chosen", () => {
  const choosable = countryOptions("fr").map(({ value }) => value);
  for (const { destination, codes } of inFrench) {
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) {
      expect(participantOfCountry(reference, code)).toBe(destination);
      expect(choosable).toContain(code);
    }
  }
});
