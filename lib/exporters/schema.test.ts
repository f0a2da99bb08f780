import { describe, expect, it } from "vitest";
import { parseForm } from "@/lib/forms/parse-form";
import { profile } from "@/tests/factories/profile";
import { readBusinessNumber } from "./business-number";
import { furthest, upTo } from "./permissions";
import { exporterProfile, exporterProfileForm } from "./schema";
import { invitationForm } from "./schema-mandates";

describe("a business number", () => {
  it.each([
    ["123456782", "123456782"],
    ["123 456 782 rc 0001", "123456782RC0001"],
    ["100000009-RC0001", "100000009RC0001"],
    ["123456789", null],
    ["12345678", null],
    ["1234567820", null],
    ["123456782RC001", null],
    ["123\u00a0456\u202f782", "123456782"],
    ["123.456.782", "123456782"],
    ["123–456‑782", "123456782"],
    ["123456782RC00012", null],
    ["123456782R10001", null],
    ["RC0001123456782", null],
    ["000000000", null],
    ["132456782", null], // two digits changed places
    ["123456772", null],
    ["１２３４５６７８２", null],
    ["", null],
  ])("%j is read as %j", (typed, read) => {
    expect(readBusinessNumber(typed)).toBe(read);
  });
});

it("finds every single wrong digit of a business number", () => {
  const right = "123456782";
  for (let place = 0; place < 9; place += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      const typed = right.slice(0, place) + String(digit) + right.slice(place + 1);
      expect(readBusinessNumber(typed), typed).toBe(typed === right ? right : null);
    }
  }
});

const problems = (changes: Record<string, unknown>) =>
  exporterProfile.safeParse({ ...profile(), ...changes }).error?.issues.map((i) => i.message) ?? [];

describe("an exporter profile", () => {
  it("is right as the factory makes it, with or without a business number", () => {
    expect(problems({})).toEqual([]);
    expect(exporterProfile.parse(profile({ businessNumber: "123 456 782" })).businessNumber).toBe(
      "123456782",
    );
  });

  it.each([
    ["legalName", " ", "profile.legalName.required"],
    ["legalName", "x".repeat(101), "profile.legalName.tooLong"],
    ["legalName", "Алмаз", "profile.legalName.letters"],
    ["addressLines", [], "profile.addressLines.required"],
    ["addressLines", Array.from({ length: 6 }, () => "x"), "profile.addressLines.tooLong"],
    ["addressLines", ["x".repeat(61)], "profile.addressLines.tooLong"],
    ["city", "", "profile.city.required"],
    ["province", "XX", "profile.province.required"],
    ["postalCode", "", "profile.postalCode.required"],
    ["postalCode", "90210", "profile.postalCode.invalid"],
    ["businessNumber", "123456789", "profile.businessNumber.invalid"],
    ["residencyAttested", false, "profile.residencyAttested.required"],
  ])("refuses %s %j", (field, value, problem) => {
    expect(problems({ [field]: value })).toEqual([problem]);
  });

  it("is read from a form", () => {
    const form = new FormData();
    const { addressLines, residencyAttested, ...texts } = profile();
    for (const [name, value] of Object.entries(texts)) form.set(name, value);
    form.set("addressLines", addressLines.join("\r\n"));
    form.set("postalCode", "x1a2n5");
    form.set("residencyAttested", "yes");
    form.set("version", "7");
    expect(residencyAttested).toBe(true);
    expect(parseForm(exporterProfileForm, form, "fr")).toEqual({ ok: true, value: profile() });
  });
});

describe("an invitation to act", () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return parseForm(invitationForm, form, "en");
  };
  const problemsOf = (fields: Record<string, string>) => {
    const parsed = read(fields);
    return parsed.ok ? [] : parsed.errors.map(({ field, key }) => `${field} ${key}`);
  };

  it("writes an address in one way, whatever letters were typed", () => {
    expect(read({ email: " Jean.ROY@Example.CA ", may: "view", endsOn: "31 mars 2027" })).toEqual({
      ok: true,
      value: { email: "jean.roy@example.ca", may: "view", endsOn: "2027-03-31" },
    });
  });

  it.each([
    [{}, ["email mandate.email.required", "may mandate.may.required"]],
    [{ email: "a@b.ca, c@d.ca", may: "own" }, ["email mandate.email.invalid"]],
    [{ email: "Jean <a@b.ca>", may: "view" }, ["email mandate.email.invalid"]],
    [{ email: "a@b.ca", may: "admin" }, ["may mandate.may.required"]],
    [{ email: "a@b.ca", may: "own", endsOn: "2099-01-01" }, ["endsOn mandate.endsOn.owner"]],
    [{ email: "a@b.ca", may: "view", endsOn: "2099-02-30" }, ["endsOn date.noSuchDay"]],
  ])("refuses %j", (fields, problems) => {
    expect(problemsOf(fields)).toEqual(problems);
  });
});

it.each([
  ["view", ["view"]],
  ["prepare", ["view", "prepare"]],
  ["submit", ["view", "prepare", "submit"]],
] as const)("%s includes what comes before it", (level, permissions) => {
  expect(upTo(level)).toEqual(permissions);
  expect(furthest(permissions)).toBe(level);
});
