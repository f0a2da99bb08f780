import { expect, it } from "vitest";
import type { Reference } from "@/lib/reference/types";
import { referenceVersion } from "@/lib/reference/version";

const ekati = {
  code: "EKATI",
  nameEn: "Ekati",
  nameFr: "Ekati",
  province: "NT",
  status: "operating",
  opened: 1998,
  closed: null,
} as const;
const victor = { ...ekati, code: "VICTOR", nameEn: "Victor", nameFr: "Victor", province: "ON" };
const reference: Reference = {
  participants: [],
  countries: [],
  mines: [ekati, victor],
  subheadings: [],
  sanctions: [],
  priceBands: [],
  documentRequirements: [],
};
const version = referenceVersion(reference);

it("is the same for the same rows, in any order of rows and of members", () => {
  expect(version).toMatch(/^[0-9a-f]{64}$/);
  const { code, ...rest } = ekati;
  const turned = { ...reference, mines: [victor, { ...rest, code }] };
  expect(referenceVersion(Object.fromEntries(Object.entries(turned).reverse()) as never)).toBe(
    version,
  );
});

it("stays what it was when this test was written", () => {
  expect(version).toBe("d00b285e1cf04ff448036a12114a6f0492bcf851e50c9ddd0a47d8a3c0def88d");
});

it.each<[string, Partial<Reference>]>([
  ["a row less", { mines: [ekati] }],
  ["a row twice", { mines: [ekati, ekati, victor] }],
  ["a member that is different", { mines: [{ ...ekati, closed: 2027 }, victor] }],
  [
    "a row of another subject",
    { countries: [{ code: "BE", nameEn: "", nameFr: "", participant: "EU" }] },
  ],
])("is another for %s", (_, change) => {
  expect(referenceVersion({ ...reference, ...change })).not.toBe(version);
});
