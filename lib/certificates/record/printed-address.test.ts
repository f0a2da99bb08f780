import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "@/lib/forms/limits";
import { printedAddress } from "@/lib/certificates/record/printed-address";
import { LIMITS } from "@/lib/certificates/record/record";

test("prints city, region and postal code as the last line", () => {
  const party = {
    addressLines: ["4910 50 Avenue", "Suite 210"],
    city: "Yellowknife",
    region: "NT",
    postalCode: "X1A 3S5",
  };
  expect(printedAddress(party)).toEqual(["4910 50 Avenue", "Suite 210", "Yellowknife, NT X1A 3S5"]);
});

test("an empty address has no line", () => {
  expect(printedAddress({})).toEqual([]);
});

test("whatever an application may hold fits, whole", () => {
  const text = (max: number) =>
    fc
      .array(fc.stringMatching(/^[A-Za-z0-9]{1,60}$/), { minLength: 1, maxLength: 20 })
      .map((words) => words.join(" ").slice(0, max).trim());
  fc.assert(
    fc.property(
      fc.array(text(limits.addressLine), { minLength: 1, maxLength: limits.addressLines }),
      text(limits.city),
      text(limits.region),
      text(limits.postalCode),
      (addressLines, city, region, postalCode) => {
        const lines = printedAddress({ addressLines, city, region, postalCode });
        expect(lines.length).toBeLessThanOrEqual(LIMITS.addressLines);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(LIMITS.addressLine);
        const words = (of: readonly string[]) =>
          of.join(" ").replaceAll(",", " ").split(/\s+/).filter(Boolean);
        expect(words(lines)).toEqual(words([...addressLines, city, region, postalCode]));
      },
    ),
  );
});
