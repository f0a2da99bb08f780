import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { bookOf } from "@/lib/applications/book";
import { copyAnswers } from "@/lib/applications/copy";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { showForm } from "@/lib/forms/show-form";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

/* docs/ask-nothing-twice.md against the forms, and against what a copy and an address book do. */

const rows = readFileSync("docs/ask-nothing-twice.md", "utf8")
  .split("\n")
  .flatMap((line) => {
    const found = /^\| (\w+) +\| `([^`]+)` *\| (.+?) *\|$/.exec(line);
    return found ? [{ section: found[1], field: found[2] ?? "", from: found[3] ?? "" }] : [];
  });
const sections = Object.keys(sectionForms) as AnsweredSection[];
const fromCopy = rows.filter(({ from }) => /\bcopy\b/.test(from));
const fromBook = rows.filter(({ from }) => from.includes("address book"));

const party = {
  name: "Scheldt Rough Trading BV",
  addressLines: ["Hoveniersstraat 902"],
  city: "Antwerpen",
  region: "VAN",
  postalCode: "2018",
  country: "BE",
};
const amounts = { carats: "1.00", usd: "10.00" };
const facility = { facilityName: "Camp", facilityPlace: "Lac de Gras NT" };
/** Every field answered. */
const full: Answers = {
  applicant: { exporterIsDifferent: true, exporter: party },
  delivery: { to: "exporter" },
  consignee: { destination: "EU", consignee: party },
  origin: {
    origins: [
      { id: "1", category: "new_production", mine: "EKATI", notes: "From stock.", ...amounts },
      { id: "2", category: "previously_imported", importCertificateId: "bw", ...amounts },
      {
        id: "3",
        category: "exploration",
        ...facility,
        latitude: { degrees: "64", minutes: "30" },
        longitude: { degrees: "110", minutes: "10" },
        ...amounts,
      },
      {
        id: "4",
        category: "extraction",
        ...facility,
        concentratesFrom: "outside_canada",
        statedOrigin: "BW",
        ...amounts,
      },
    ],
  },
  goods: {
    hsLines: [{ subheading: "7102.31", polished: "no", carats: "4.00", usd: "40.00" }],
    containerCount: "1",
    seals: ["A 1"],
    parcels: "1",
    semaPermit: "SEMA-7",
  },
};
const namesIn = (section: AnsweredSection, answers: unknown) =>
  new Set(
    Object.keys(showForm(sectionForms[section].fields, answers, "en")).map((name) =>
      name.replace(/\[\d+\]/g, "[]"),
    ),
  );

test("every field of every form has its row, and no row a field that is gone", () => {
  const fields = sections.flatMap((section) =>
    Object.keys(sectionForms[section].fields).map((field) => `${section} ${field}`),
  );
  expect(rows.map(({ section, field }) => `${section} ${field}`).sort()).toEqual(fields.sort());
});

test("a source is one of those that the page explains", () => {
  const known = /^(address book; copy|computed|copy|register|anew)([;,(].*| \(.*)?$/;
  expect(rows.filter(({ from }) => !known.test(from))).toEqual([]);
});

test("the answers below answer every field", () => {
  for (const section of sections) {
    const answered = namesIn(section, full[section]);
    const fields = Object.keys(sectionForms[section].fields);
    expect(fields.filter((field) => !answered.has(field))).toEqual([]);
  }
});

test("a copy takes over the fields that say so, and no others", () => {
  const withoutImports = {
    ...full,
    origin: { origins: full.origin?.origins?.filter((r) => r.category !== "previously_imported") },
  } as Answers;
  const copy = copyAnswers(withoutImports, readReferenceFiles(), "2026-11-20");
  for (const section of sections) {
    const taken = namesIn(section, copy[section]);
    taken.delete("origins[].id");
    const stated = fromCopy.filter((row) => row.section === section).map(({ field }) => field);
    expect([...taken].sort()).toEqual(stated.sort());
  }
});

test("an address book fills in the fields that say so, and no others", () => {
  const entries = bookOf(full);
  const consignee = entries.find(({ kind }) => kind === "consignee")?.data;
  const places = entries.filter(({ kind }) => kind !== "consignee").map(({ data }) => data);
  const filled = [
    ...[...namesIn("consignee", consignee)].map((field) => `consignee ${field}`),
    ...[...namesIn("origin", { origins: places })].map((field) => `origin ${field}`),
  ];
  const stated = fromBook.map(({ section, field }) => `${section} ${field}`);
  expect(filled.sort()).toEqual(stated.sort());
});
