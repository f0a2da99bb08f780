import { expect, it } from "vitest";
import { countryOptions } from "@/lib/reference/country-options";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

it("offers every country in which a consignee can be", () => {
  const { countries, participants } = readReferenceFiles();
  const offered = countryOptions("en").map(({ value }) => value);
  for (const { code } of countries) expect(offered).toContain(code);
  for (const { code } of participants.filter((each) => each.code !== "EU")) {
    expect(offered).toContain(code);
  }
});
