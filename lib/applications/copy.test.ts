import { describe, expect, test } from "vitest";
import type { Answers, OriginRow } from "@/lib/applications/answers";
import { bookOf } from "@/lib/applications/book";
import { copyAnswers, leftOutOf } from "@/lib/applications/copy";
import { answersOf, scenarios } from "@/lib/applications/rules/scenario-answers";
import { incompleteSections } from "@/lib/applications/sections";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const today = "2026-11-20";
const reference = readReferenceFiles();

const mined: OriginRow = {
  id: "mined",
  category: "new_production",
  mine: "EKATI",
  carats: "10.00",
  usd: "900.00",
  notes: "From stock.",
};
const drawn: OriginRow = {
  id: "drawn",
  category: "previously_imported",
  importCertificateId: "bw",
  carats: "5.00",
  usd: "400.00",
};
const extracted: OriginRow = {
  id: "extracted",
  category: "extraction",
  facilityName: "Plant 2",
  facilityPlace: "Timmins ON",
  concentratesFrom: "outside_canada",
  statedOrigin: "BW",
  carats: "1.00",
  usd: "90.00",
};
const explored: OriginRow = {
  id: "explored",
  category: "exploration",
  facilityName: "Camp",
  facilityPlace: "Lac de Gras NT",
  latitude: { degrees: "64", minutes: "30.25" },
  longitude: { degrees: "110", minutes: "10" },
  carats: "0.50",
  usd: "20.00",
};
const whole: Answers = {
  applicant: { exporterIsDifferent: false },
  delivery: { to: "applicant" },
  consignee: {
    destination: "EU",
    consignee: {
      name: "Scheldt Rough Trading BV",
      addressLines: ["Hoveniersstraat 902"],
      city: "Antwerpen",
      postalCode: "2018",
      country: "BE",
    },
  },
  origin: { origins: [mined] },
  goods: {
    hsLines: [{ subheading: "7102.31", polished: "no", carats: "10.00", usd: "900.00" }],
    containerCount: "2",
    seals: ["A 1", "A 2"],
    parcels: "3",
  },
};
const changed = (changes: Partial<Answers>): Answers => ({ ...whole, ...changes });
const copied = (answers: Answers) => copyAnswers(answers, reference, today, () => "new");
const lackedBy = (before: Answers, after: Answers, documents = 0) =>
  leftOutOf(
    { answers: before, documents: Array.from({ length: documents }, (_, i) => ({ id: `${i}` })) },
    { answers: after, documents: [] },
  );

const consignee = (destination: string, country: string) =>
  changed({ consignee: { destination, consignee: { ...whole.consignee?.consignee, country } } });
const origins = (...rows: OriginRow[]) => changed({ origin: { origins: rows } });
const goods = (changes: Answers["goods"]) => changed({ goods: { ...whole.goods, ...changes } });

const table: [what: string, before: Answers, leftOut: string[]][] = [
  ["a shipment that was mined", whole, ["goods seals"]],
  [
    "a destination that is not on the Schedule",
    consignee("XX", "BE"),
    ["consignee destination", "consignee consignee.country", "goods seals"],
  ],
  ["Canada as destination", consignee("CA", "CA"), ["consignee destination", "goods seals"]],
  [
    "a country outside the destination",
    consignee("EU", "IN"),
    ["consignee consignee.country", "goods seals"],
  ],
  [
    "a mine that is not on the list",
    origins({ ...mined, mine: "KLONDIKE" }),
    ["origin origins[0].mine", "goods seals"],
  ],
  [
    "an origin that is no participant",
    origins({ ...extracted, statedOrigin: "XX" }),
    ["origin origins[0].statedOrigin", "goods seals"],
  ],
  [
    "an import certificate",
    origins(mined, drawn),
    ["origin origins[1].importCertificateId", "goods hsLines[0].carats", "goods seals"],
  ],
  [
    "a subheading that holds no rough diamonds",
    goods({ hsLines: [{ subheading: "7102.39", carats: "1.00", usd: "1.00" }] }),
    ["goods hsLines[0].subheading", "goods seals"],
  ],
  ["a permit", goods({ semaPermit: "SEMA-7" }), ["goods seals", "goods semaPermit"]],
  [
    "a certificate for an exporter who is not there",
    changed({ delivery: { to: "exporter" } }),
    ["delivery to", "goods seals"],
  ],
  ["a draft with nothing in it", {}, []],
];

describe("a copy leaves out what belongs to one shipment and what no longer holds", () => {
  test.each(table)("%s", (_what, before, leftOut) => {
    const found = lackedBy(before, copied(before));
    expect(found.map(({ section, field }) => `${section} ${field}`)).toEqual(leftOut);
  });
});

test("a destination leaves on the day after its last one on the Schedule", () => {
  const participants = reference.participants.map((each) =>
    each.code === "EU" ? { ...each, scheduleTo: today } : each,
  );
  const on = (day: string) =>
    copyAnswers(whole, { ...reference, participants }, day).consignee?.destination;
  expect(on(today)).toBe("EU");
  expect(on("2026-11-21")).toBeUndefined();
});

test("everything else is taken over, with new rows of its own", () => {
  const copy = copied(origins(mined, extracted, explored));
  expect(copy.origin?.origins).toEqual(
    [mined, extracted, explored].map((row) => ({ ...row, id: "new" })),
  );
  expect(copy.consignee).toEqual(whole.consignee);
  expect(copy.goods).toEqual({
    hsLines: whole.goods?.hsLines,
    containerCount: "2",
    parcels: "3",
  });
  expect(copyAnswers(whole, reference, today).origin?.origins?.[0]?.id).not.toBe("mined");
});

test("what was drawn from an import certificate is not drawn again", () => {
  const copy = copied(origins(drawn, mined));
  expect(copy.origin?.origins).toEqual([
    { id: "new", category: "previously_imported" },
    { ...mined, id: "new" },
  ]);
  expect(copy.goods?.hsLines).toEqual([{ subheading: "7102.31", polished: "no" }]);
});

test("who signed for the applicant is not taken over; an exporter is", () => {
  const exporter = { name: "Meridian BV", country: "BE" };
  const before = changed({
    applicant: { individual: "Maya Okafor", exporterIsDifferent: true, exporter },
    delivery: { to: "exporter" },
  });
  expect(copied(before).applicant).toEqual({ exporterIsDifferent: true, exporter });
  expect(copied(before).delivery).toEqual({ to: "exporter" });
});

test("the list grows shorter as the copy is filled in", () => {
  const before = origins(mined, drawn);
  const copy = copied(before);
  const left = () => lackedBy(before, copy, 2).map(({ fact }) => fact);
  expect(left()).toEqual(["imports", "lineAmounts", "seals", "documents"]);
  copy.goods = { ...copy.goods, seals: ["B 1", "B 2"] };
  expect(left()).toEqual(["imports", "lineAmounts", "documents"]);
  copy.origin = { origins: [mined] };
  expect(left()).toEqual(["lineAmounts", "documents"]);
  expect(
    leftOutOf(
      { answers: before, documents: [{ id: "1" }] },
      { answers: before, documents: [{ id: "2" }] },
    ),
  ).toEqual([]);
});

test("of every shipment that may be submitted, its copy lacks just what the list says", () => {
  const right = scenarios.filter((each) => each.expect.outcome !== "blocked");
  expect(right.length).toBeGreaterThan(3);
  for (const scenario of right) {
    const before = answersOf(scenario, (number) => number);
    const copy = copied(before);
    const listed = new Set(lackedBy(before, copy).map(({ section }) => section));
    expect([...listed].sort(), scenario.id).toEqual(incompleteSections(copy).sort());
  }
});

describe("the address book", () => {
  test("keeps the consignee with its destination, the facilities and the sites", () => {
    expect(bookOf(origins(mined, drawn, extracted, explored))).toEqual([
      { kind: "consignee", data: whole.consignee },
      { kind: "facility", data: { facilityName: "Plant 2", facilityPlace: "Timmins ON" } },
      {
        kind: "site",
        data: {
          facilityName: "Camp",
          facilityPlace: "Lac de Gras NT",
          latitude: { degrees: "64", minutes: "30.25" },
          longitude: { degrees: "110", minutes: "10" },
        },
      },
    ]);
  });

  test("keeps nothing that is not complete", () => {
    expect(bookOf({})).toEqual([]);
    const draft = origins({ ...explored, latitude: { degrees: "64" } });
    expect(bookOf({ ...draft, consignee: { destination: "EU" } })).toEqual([]);
  });
});
