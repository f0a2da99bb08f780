import { describe, expect, it } from "vitest";
import { checksOf, type PaperFacts } from "@/lib/imports/checks";
import { isNumber, normaliseNumber } from "@/lib/imports/number";
import { originalState } from "@/lib/imports/original";

const band = {
  id: "7102.31",
  nameEn: "sorted gem stones",
  nameFr: "les pierres gemmes triées",
  mine: null,
  category: null,
  subheading: "7102.31",
  low: "10.00",
  high: "20000.00",
  basisEn: "estimate",
  basisFr: "estimation",
  validFrom: "2026-01-01",
  validTo: null,
};
const reference = {
  participants: [
    {
      code: "ZA",
      nameEn: "South Africa",
      nameFr: "Afrique du Sud",
      scheduleFrom: null,
      scheduleTo: null,
    },
    {
      code: "EU",
      nameEn: "European Union",
      nameFr: "Union européenne",
      scheduleFrom: null,
      scheduleTo: null,
    },
    {
      code: "KG",
      nameEn: "Kyrgyz",
      nameFr: "Kirghiz",
      scheduleFrom: "2026-11-04",
      scheduleTo: "2026-11-30",
    },
  ],
  countries: [],
  priceBands: [band],
};
const paper: PaperFacts = {
  issuer: "ZA",
  number: "ZA 0091833",
  issuedOn: "2026-11-03",
  expiresOn: "2027-01-02",
  importedOn: "2026-11-12",
  originalReceivedOn: "2026-11-18",
  lines: [{ subheading: "7102.31", carats: "212.84", valueUsd: "108548.40" }],
};
const results = (changes: Partial<PaperFacts>, today = "2026-11-20") =>
  checksOf({ ...paper, ...changes }, reference, today).map(({ result, key }) => `${result} ${key}`);

describe("the checks of a registration", () => {
  it("pass a good paper, each with what was compared", () => {
    expect(results({})).toEqual([
      "passed prefixAgrees",
      "passed participant",
      "passed valid",
      "passed originalInTime",
      "passed priceUsual",
    ]);
    const [, issuer] = checksOf(paper, reference, "2026-11-20");
    expect(issuer?.params).toEqual({
      issuer: { as: "name", nameEn: "South Africa", nameFr: "Afrique du Sud" },
      day: { as: "date", value: "2026-11-03" },
    });
  });

  it("say nothing of what is not typed yet", () => {
    expect(checksOf({ lines: [] }, reference, "2026-11-20")).toEqual([]);
  });

  it.each([
    ["ZA", "BW0091833", "stopped prefixDiffers"],
    ["EU", "EU0091833", "passed prefixAgrees"],
    ["EU", "ec-0091833", "passed prefixAgrees"],
    ["EU", "BE0091833", "stopped prefixDiffersEu"],
    ["ZA", "EC0091833", "stopped prefixDiffers"],
  ])("the number of %s: %s", (issuer, number, expected) => {
    expect(results({ issuer, number })[0]).toBe(expected);
  });

  it("stop an issuer that was not in the Schedule on the day of issue", () => {
    const from = (issuedOn: string) => results({ issuer: "KG", number: "KG123", issuedOn })[1];
    expect(from("2026-11-03")).toBe("stopped notParticipant");
    expect(from("2026-11-04")).toBe("passed participant");
    expect(from("2026-11-30")).toBe("passed participant");
    expect(from("2026-12-01")).toBe("stopped notParticipant");
    expect(results({ issuer: "XX", number: "XX123" })[1]).toBe("stopped notParticipant");
  });

  it("stop what had expired at import, not what expires that day", () => {
    expect(results({ expiresOn: "2026-11-12" })[2]).toBe("passed valid");
    expect(results({ expiresOn: "2026-11-11" })[2]).toBe("stopped expired");
  });

  it("count the days of the original, and tell a late one without stopping it", () => {
    expect(results({ originalReceivedOn: "2026-11-19" })[3]).toBe("passed originalInTime");
    expect(results({ originalReceivedOn: "2026-11-20" })[3]).toBe("told originalLate");
    expect(results({ originalReceivedOn: null }, "2026-11-19")[3]).toBe("told originalAwaited");
    expect(results({ originalReceivedOn: null }, "2026-11-20")[3]).toBe("told originalOverdue");
    expect(
      originalState({ importedOn: "2026-11-12", originalReceivedOn: null }, "2026-11-22"),
    ).toEqual({ state: "overdue", due: "2026-11-19", days: 10, late: 3 });
    // Over the change of the clocks.
    expect(
      originalState({ importedOn: "2026-10-28", originalReceivedOn: "2026-11-04" }, "2026-11-20"),
    ).toMatchObject({ state: "received", days: 7, late: 0 });
  });

  it("tell a price out of proportion without stopping it", () => {
    const lines = [{ subheading: "7102.31", carats: "212.84", valueUsd: "1085.00" }];
    expect(results({ lines })[4]).toBe("told priceUnusual");
  });
});

it("compares numbers without what printers put between", () => {
  expect(normaliseNumber(" za 009–18‑33 ")).toBe("ZA0091833");
  expect(isNumber("ZA123")).toBe(true);
  expect(isNumber("ZA12")).toBe(false);
});
