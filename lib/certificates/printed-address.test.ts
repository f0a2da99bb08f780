import fc from "fast-check";
import { expect, test } from "vitest";
import type { Party } from "@/lib/applications/answers";
import { printedAddress } from "./printed-address";
import { LIMITS } from "./record";

test("prints city, region and postal code as the last line", () => {
  const party: Party = {
    addressLines: ["4910 50 Avenue", "Suite 210"],
    city: "Yellowknife",
    region: "NT",
    postalCode: "X1A 3S5",
  };
  expect(printedAddress(party)).toEqual(["4910 50 Avenue", "Suite 210", "Yellowknife, NT X1A 3S5"]);
});

test("lets short lines share one where five are not enough", () => {
  const party: Party = {
    addressLines: [
      "Mailbox 4",
      "Floor 2",
      "Tower of the Diamond Exchange of Ramat Gan",
      "21 Tuval Street",
      "District B",
    ],
    city: "Ramat Gan",
  };
  const lines = printedAddress(party);
  expect(lines).toHaveLength(5);
  expect(lines?.[0]).toBe("Mailbox 4, Floor 2");
});

test("refuses what does not fit, and an empty address", () => {
  const full = Array.from({ length: LIMITS.addressLines }, () => "x".repeat(LIMITS.addressLine));
  expect(printedAddress({ addressLines: full, city: "Antwerp" })).toBeNull();
  expect(printedAddress({})).toBeNull();
});

test("never drops a word and never prints a line that is too long", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/);
  const text = fc
    .array(word, { minLength: 1, maxLength: 5 })
    .map((words) => words.join(" ").slice(0, 60).trim());
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 5 }),
      text,
      text,
      (addressLines, city, region) => {
        const lines = printedAddress({ addressLines, city, region });
        if (lines === null) return;
        expect(lines.length).toBeLessThanOrEqual(LIMITS.addressLines);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(LIMITS.addressLine);
        const words = (of: readonly string[]) =>
          of.join(" ").replaceAll(",", " ").split(/\s+/).filter(Boolean);
        expect(words(lines)).toEqual(words([...addressLines, city, region]));
      },
    ),
  );
});
