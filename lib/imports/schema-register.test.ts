import { describe, expect, it } from "vitest";
import { parseForm } from "@/lib/forms/parse-form";
import { registerForm } from "@/lib/imports/schema-register";

const today = "2026-11-20";

/** What an officer types from a paper on which everything is right. */
const good: Record<string, string> = {
  issuer: "ZA",
  number: "za 009-1833",
  numberAgain: "ZA0091833",
  issuedOn: "2026-11-03",
  expiresOn: "2 January 2027",
  provenance: "ZA",
  "origins[0]": "ZA",
  "hs31.carats": "212.84",
  "hs31.usd": "108,548.40",
  carats: "212.84",
  caratsAgain: "212.84",
  usd: "108,548.40",
  importedOn: "2026-11-12",
  stampSeen: "yes",
};

function read(changes: Record<string, string>, locale: "en" | "fr" = "en") {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...good, ...changes })) form.set(name, value);
  const parsed = parseForm(registerForm(today, locale), form, locale);
  return parsed.ok
    ? { value: parsed.value, told: [] }
    : { value: null, told: parsed.errors.map(({ field, key }) => `${field} ${key}`), parsed };
}

describe("what is typed from the paper", () => {
  it("becomes an entry", () => {
    expect(read({ "origins[5]": "BW", "origins[9]": "BW", parcels: "3" }).value).toEqual({
      issuer: "ZA",
      number: "za 009-1833",
      issuedOn: "2026-11-03",
      expiresOn: "2027-01-02",
      provenance: "ZA",
      origins: ["ZA", "BW"],
      carats: "212.84",
      valueUsd: "108548.40",
      lines: [{ subheading: "7102.31", carats: "212.84", valueUsd: "108548.40" }],
      parcels: 3,
      shipper: null,
      importedOn: "2026-11-12",
      stampSeen: true,
      originalReceivedOn: null,
    });
  });

  it("may name no country of origin", () => {
    expect(read({ "origins[0]": "unknown" }).value?.origins).toEqual([]);
    expect(read({ "origins[0]": "unknown", "origins[4]": "BW" }).told).toEqual([
      "origins[0] register.origins.both",
    ]);
    expect(read({ "origins[0]": "" }).told).toEqual(["origins[0] register.origins.required"]);
  });

  it("names the two readings where number or mass differ, in the reader's figures", () => {
    expect(read({ numberAgain: "ZA0091838" }).told).toEqual([
      "numberAgain register.numberAgain.differs",
    ]);
    const french = { "hs31.usd": "108 548,40", usd: "108 548,40" };
    const masses = { "hs31.carats": "212,84", carats: "212,84", caratsAgain: "212,48" };
    const { parsed } = read({ ...french, ...masses }, "fr");
    expect(parsed?.errors).toEqual([
      {
        field: "caratsAgain",
        key: "register.caratsAgain.differs",
        params: { first: "212,84", second: "212,48" },
      },
    ]);
  });

  it("adds up, and says by how much it does not", () => {
    const two = { "hs10.carats": "100", "hs10.usd": "8,548.40", "hs31.usd": "100,000" };
    expect(read({ ...two, "hs31.carats": "112.84" }).value?.lines).toHaveLength(2);
    const { parsed } = read({ ...two, "hs31.carats": "111.84", usd: "108,548.41" });
    expect(parsed?.errors.map(({ field, params }) => [field, params])).toEqual([
      ["carats", { total: "212.84", sum: "211.84", difference: "1.00" }],
      ["usd", { total: "108,548.41", sum: "108,548.40", difference: "0.01" }],
    ]);
  });

  it("asks for both figures of a subheading, and for one subheading at least", () => {
    expect(read({ "hs10.carats": "1" }).told).toContain("hs10.usd register.line.usd");
    expect(read({ "hs31.carats": "", "hs31.usd": "" }).told).toEqual([
      "hs10.carats register.line.required",
    ]);
  });

  it.each([
    [
      { issuedOn: "2026-11-21", importedOn: "2026-11-21", expiresOn: "2027-01-20" },
      "issuedOn",
      "future",
    ],
    [{ expiresOn: "2026-11-02" }, "expiresOn", "beforeIssue"],
    [{ importedOn: "2026-11-21" }, "importedOn", "future"],
    [{ importedOn: "2026-11-02" }, "importedOn", "beforeIssue"],
    [{ originalReceivedOn: "2026-11-11" }, "originalReceivedOn", "beforeImport"],
    [{ originalReceivedOn: "2026-11-21" }, "originalReceivedOn", "future"],
  ])("refuses days in the future or out of order: %j", (changes, field, what) => {
    expect(read(changes).told).toContain(`${field} register.${field}.${what}`);
  });

  it.each(["Z0091833", "ZA12", "ZA12345678901", "1200091833", "ZA00_91833"])(
    "does not take %s for a number",
    (number) => {
      expect(read({ number, numberAgain: number }).told).toEqual(["number register.number.shape"]);
    },
  );

  it("tells everything at once, what differs beside what is missing", () => {
    const { told } = read({ provenance: "", numberAgain: "ZA1111", expiresOn: "soon" });
    expect(told).toEqual([
      "numberAgain register.numberAgain.differs",
      "expiresOn date.notUnderstood",
      "provenance register.provenance.required",
    ]);
  });
});
