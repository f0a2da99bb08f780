import { describe, expect, it } from "vitest";
import { differencesOf } from "@/lib/certificates/receipt/differences";
import { readReceipt, saysTheSame } from "@/lib/certificates/receipt/facts";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { receiptForm } from "@/lib/certificates/receipt/schema";

const record = ordinary();
const same = readReceipt({
  schemaVersion: 1,
  number: record.number,
  participant: record.destination.code,
  authority: "Diamond Office",
  receivedOn: "2026-12-10",
  parcels: record.parcels,
  carats: record.totals.carats,
  usd: record.totals.usd,
  subheadings: record.lines.map(({ hs }) => hs).toSorted(),
  sealsIntact: true,
  remarks: null,
  name: "Amina Haddad",
  role: "Head of customs",
});
const plus = (figure: string, hundredths: number) =>
  ((Math.round(Number(figure) * 100) + hundredths) / 100).toFixed(2);
const against = (said: Partial<typeof same>, tolerance = "0.00") =>
  differencesOf({ ...same, ...said }, { record, standing: "exported", tolerance });

describe("rule R35", () => {
  it("finds nothing where all is as certified", () => expect(against({})).toEqual([]));

  it.each([
    ["parcels", { parcels: same.parcels + 1 }],
    ["carats", { carats: plus(same.carats, 1) }],
    ["carats", { carats: plus(same.carats, -1) }],
    ["value", { usd: plus(same.usd, 1) }],
    ["subheadings", { subheadings: [...same.subheadings, "7102.39"].toSorted() }],
    ["subheadings", { subheadings: ["7102.39"] }],
    ["seals", { sealsIntact: false }],
    ["remarks", { remarks: "One bag was open." }],
  ] as [string, Partial<typeof same>][])("finds another %s", (name, said) =>
    expect(against(said)).toEqual([name]),
  );

  it("bears a mass that differs by no more than the tolerance", () => {
    expect(against({ carats: plus(same.carats, 50) }, "0.50")).toEqual([]);
    expect(against({ carats: plus(same.carats, 51) }, "0.50")).toEqual(["carats"]);
  });

  it.each(["lost", "surrendered", "invalidated", "replaced"] as const)(
    "says that the certificate was %s",
    (standing) =>
      expect(differencesOf(same, { record, standing, tolerance: "0.00" })).toEqual(["notInForce"]),
  );
});

it("takes two confirmations for the same whoever was asked", () => {
  expect(saysTheSame(same, { ...same, authority: "Another office" })).toBe(true);
  expect(saysTheSame(same, { ...same, remarks: "None." })).toBe(false);
  expect(saysTheSame(same, { ...same, carats: "1.00" })).toBe(false);
});

describe("the form", () => {
  const typed = {
    code: "7Q4K-9D2M",
    receivedOn: "2026-12-10",
    parcels: "12",
    carats: "20",
    usd: "16000.5",
    subheadings: ["710231", "7102 10", "7102.10"],
    seals: "intact",
    name: "Amina Haddad",
    role: "Head of customs",
  };

  it("reads subheadings however they are written, each once", () => {
    expect(receiptForm.schema.parse(typed)).toMatchObject({
      parcels: 12,
      subheadings: ["7102.10", "7102.31"],
      seals: true,
      remarks: null,
    });
  });

  it.each([
    ["subheadings", ["7103.10"], "importReceipt.subheadings"],
    ["subheadings", [], "importReceipt.subheadings"],
    ["seals", "perhaps", "importReceipt.seals"],
    ["parcels", "0", "importReceipt.parcels"],
    ["carats", "0", "importReceipt.carats.invalid"],
    ["usd", undefined, "importReceipt.usd.required"],
    ["name", " ", "importReceipt.name"],
    ["role", "x".repeat(101), "importReceipt.tooLong"],
    ["remarks", "x".repeat(1001), "importReceipt.tooLong"],
  ])("refuses %s that is %j", (field, value, key) => {
    const { success, error } = receiptForm.schema.safeParse({ ...typed, [field]: value });
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toBe(key);
    expect(error?.issues[0]?.path[0]).toBe(field);
  });
});
