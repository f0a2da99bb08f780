import { describe, expect, it } from "vitest";
import { parseForm } from "@/lib/forms/parse-form";
import { profile } from "@/tests/factories/profile";
import { readBusinessNumber } from "./business-number";
import { exporterProfile, exporterProfileForm } from "./schema";

describe("a business number", () => {
  it.each([
    ["123456782", "123456782"],
    ["123 456 782 rc 0001", "123456782RC0001"],
    ["100000009-RC0001", "100000009RC0001"],
    ["123456789", null],
    ["12345678", null],
    ["1234567820", null],
    ["123456782RC001", null],
    ["", null],
  ])("%j is read as %j", (typed, read) => {
    expect(readBusinessNumber(typed)).toBe(read);
  });
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
