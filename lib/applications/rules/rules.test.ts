import { describe, expect, it } from "vitest";
import type { Answers, GoodsAnswers, OriginRow } from "@/lib/applications/answers";
import { findingSentence, ruleText } from "@/lib/applications/finding-sentence";
import en from "@/messages/en.json";
import { checkEach, outcomeOf, rules } from "./engine";
import type { Facts, ImportCertificateFact, RuleId, Severity } from "./rule";
import { scenarios } from "./scenario-answers";
import { factsOf, importCertificate } from "./scenario-facts";

const [first] = scenarios;
if (!first) throw new Error("There are no scenarios.");

/** A good shipment of new production, with changes. */
function facts(changes: Partial<Facts> = {}, answers: Partial<Answers> = {}): Facts {
  const good = factsOf(first as (typeof scenarios)[number]);
  return { ...good, ...changes, answers: { ...good.answers, ...answers } };
}

const applicant = (changes: Partial<Facts["applicant"]>) =>
  facts({ applicant: { ...facts().applicant, ...changes } });

const exporter = {
  name: "Nord Export",
  addressLines: ["1 Harbour Road"],
  city: "Dubai",
  country: "AE",
};

const to = (destination?: string, country?: string) =>
  facts(
    {},
    {
      consignee: {
        ...(destination ? { destination } : {}),
        consignee: { ...facts().answers.consignee?.consignee, ...(country ? { country } : {}) },
      },
    },
  );

const total = { carats: "10.00", usd: "9000.00" };
const goods = (changes: GoodsAnswers = {}): GoodsAnswers => ({
  hsLines: [{ subheading: "7102.31", polished: "no", ...total }],
  containerCount: "1",
  seals: ["N-1"],
  parcels: "1",
  ...changes,
});

/** A shipment of these rows whose tariff line agrees with them. */
function rows(...origins: OriginRow[]): Facts {
  return facts({ documents: everyDocument }, { origin: { origins }, goods: goods() });
}
const everyDocument = (
  ["invoice", "import_certificate", "evidence_before_2003", "sema_permit"] as const
).map((kind) => ({ id: kind, kind }));

const mine: OriginRow = { id: "a", category: "new_production", mine: "EKATI", ...total };
const imported = {
  id: "b",
  category: "previously_imported",
  importCertificateId: "BW0004471",
  ...total,
} satisfies OriginRow;
const site = (latitude: [string, string], longitude: [string, string]): Facts =>
  rows({
    id: "c",
    category: "exploration",
    facilityName: "Laboratory",
    facilityPlace: "Saskatoon",
    latitude: { degrees: latitude[0], minutes: latitude[1] },
    longitude: { degrees: longitude[0], minutes: longitude[1] },
    ...total,
  });
const stated = (statedOrigin: string): Facts =>
  rows({ id: "d", category: "in_canada_before_2003", statedOrigin, ...total });
const drawn = (changes: Partial<ImportCertificateFact>, ...more: OriginRow[]): Facts => ({
  ...rows(imported, ...more),
  importCertificates: [importCertificate("BW0004471", changes)],
});
/** One carat of each of so many certificates of this profile. */
function drawnOnMany(howMany: number): Facts {
  const base = rows(
    ...Array.from({ length: howMany }, (_, i): OriginRow => ({
      ...imported,
      id: `many-${i}`,
      importCertificateId: `many-${i}`,
    })),
  );
  const entry = base.importCertificates.find(({ id }) => id === "BW0004471");
  if (!entry) throw new Error("no import certificate to copy");
  const copies = Array.from({ length: howMany }, (_, i) => ({ ...entry, id: `many-${i}` }));
  return { ...base, importCertificates: copies };
}
const documents = (base: Facts, ...kinds: Facts["documents"][number]["kind"][]): Facts => ({
  ...base,
  documents: kinds.map((kind) => ({ id: kind, kind })),
});
const withGoods = (base: Facts, changes: GoodsAnswers = {}): Facts => ({
  ...base,
  answers: { ...base.answers, goods: goods(changes) },
});
const toRussia = (semaPermit?: string) =>
  withGoods(to("RU", "RU"), semaPermit ? { semaPermit } : {});

const passing: Record<RuleId, Facts[]> = {
  R01: [facts(), applicant({ postalCode: "K1A 0E4" })],
  R02: [facts()],
  R03: [facts({}, { applicant: { exporterIsDifferent: true, exporter } })],
  R04: [
    facts(),
    facts({}, { applicant: { exporterIsDifferent: true, exporter }, delivery: { to: "exporter" } }),
  ],
  R05: [facts(), { ...to("UZ", "UZ"), today: "2025-01-23" }, to("NA", "NA"), to("TW", "TW")],
  R06: [to("EU", "BE"), to("EU", "GF"), to("CN", "MO"), to("CH", "LI"), to("NA", "NA")],
  R07: [facts(), withGoods(to("BY", "BY")), { ...withGoods(to("RU", "RU")), today: "2023-12-04" }],
  R08: [facts(), stated("ZA")],
  R09: [facts(), rows(mine, imported), stated("unknown")],
  R10: [facts(), rows({ ...mine, carats: "0.01", usd: "0.01" })],
  R11: [
    facts(),
    rows(mine),
    rows({ ...mine, carats: "4.10", usd: "1" }, { ...imported, carats: "5.9", usd: "8999" }),
  ],
  R12: [
    site(["41", "42"], ["52", "36"]),
    site(["83", "12"], ["141", "0"]),
    site(["53", "14.5"], ["104", "48.25"]),
  ],
  R13: [rows(mine), rows({ ...mine, mine: "GAHCHO_KUE" })],
  R15: [rows(imported), drawnOnMany(10)],
  R16: [drawn({ remaining: "10.00" }), drawn({ remaining: "20.00" }, { ...imported, id: "e" })],
  R18: [
    rows(imported),
    drawn({ issuer: "EU", number: "EC 12345678" }),
    drawn({ issuer: "EU", number: "eu12345678" }),
    drawn({ importedOn: "2026-10-02" }),
  ],
  R19: [rows(imported)],
  R20: [rows(imported)],
  R21: [facts(), rows(imported)],
  R22: [
    facts(),
    facts({ liveSeals: [] }, { goods: goods({ seals: ["LIVE-1"] }) }),
    facts({}, { goods: goods({ containerCount: "2", seals: ["N-1", "N-11"] }) }),
  ],
  R23: [stated("unknown"), stated("CD")],
  R24: [
    documents(facts(), "other"),
    documents(rows(imported), "invoice", "import_certificate"),
    documents(stated("unknown"), "evidence_before_2003"),
  ],
  R26: [facts()],
};

type Failure = [facts: Facts, severity: Severity, message: string, field: string | null];
const failing: Record<RuleId, Failure[]> = {
  R01: [
    [applicant({ country: "US" }), "block", "R01.country", null],
    [applicant({ postalCode: "90210" }), "block", "R01.postalCode", null],
    [applicant({ postalCode: "D1A 0E4" }), "block", "R01.postalCode", null],
  ],
  R02: [[applicant({ residencyAttested: false }), "block", "R02.notAttested", null]],
  R03: [
    [
      facts({}, { applicant: { exporterIsDifferent: true } }),
      "block",
      "R03.incomplete",
      "exporter.name",
    ],
    [
      facts(
        {},
        { applicant: { exporterIsDifferent: true, exporter: { ...exporter, country: "CA" } } },
      ),
      "block",
      "R03.incomplete",
      "exporter.region",
    ],
  ],
  R04: [
    [facts({}, { delivery: {} }), "block", "R04.none", "to"],
    [facts({}, { delivery: { to: "exporter" } }), "block", "R04.noExporter", "to"],
  ],
  R05: [
    [to(), "block", "R05.none", "destination"],
    [to("CA", "CA"), "block", "R05.canada", "destination"],
    [to("KE", "KE"), "block", "R05.notOnSchedule", "destination"],
    [{ ...to("UZ", "UZ"), today: "2025-01-22" }, "block", "R05.notOnSchedule", "destination"],
  ],
  R06: [
    [facts({}, { consignee: { destination: "EU" } }), "block", "R06.none", "consignee.country"],
    [to("EU", "EU"), "block", "R06.noParticipant", "consignee.country"],
    [to("EU", "KE"), "block", "R06.noParticipant", "consignee.country"],
    [to("GY", "GF"), "block", "R06.other", "consignee.country"],
    [to("CD", "CG"), "block", "R06.other", "consignee.country"],
    [to("EU", "GB"), "block", "R06.other", "consignee.country"],
  ],
  R07: [
    [toRussia(), "block", "R07.prohibited", "hsLines[0].subheading"],
    [documents(toRussia("SEMA-1"), "invoice"), "block", "R07.permitCopy", null],
    [documents(toRussia("SEMA-1"), "sema_permit"), "officer", "R07.permit", "semaPermit"],
    [
      {
        ...documents(toRussia("SEMA-1"), "sema_permit"),
        reference: {
          ...facts().reference,
          sanctions: facts().reference.sanctions.map((r) => ({ ...r, liftedByPermit: false })),
        },
      },
      "block",
      "R07.notLifted",
      "hsLines[0].subheading",
    ],
  ],
  R08: [
    [to("BY", "BY"), "officer", "R08.destination", "destination"],
    [stated("RU"), "officer", "R08.origin", "origins[0].category"],
    [drawn({ origins: ["BW", "RU"] }), "officer", "R08.origin", "origins[0].category"],
  ],
  R09: [
    [rows(), "block", "R09.none", "origins"],
    [
      rows(mine, { id: "b", category: "new_production", ...total }),
      "block",
      "R09.incomplete",
      "origins[1].mine",
    ],
    [
      rows({ id: "b", category: "exploration", ...total }),
      "block",
      "R09.incomplete",
      "origins[0].facilityName",
    ],
    [
      rows({ id: "b", category: "extraction", facilityName: "L", facilityPlace: "P", ...total }),
      "block",
      "R09.incomplete",
      "origins[0].concentratesFrom",
    ],
    [
      rows({ id: "b", category: "in_canada_before_2003", ...total }),
      "block",
      "R09.incomplete",
      "origins[0].statedOrigin",
    ],
    [rows({ ...mine, mine: "ATLANTIS" }), "block", "R09.mine", "origins[0].mine"],
  ],
  R10: [
    [rows({ ...mine, carats: "0.00" }), "block", "R10.rowPositive", "origins[0].carats"],
    [rows({ ...mine, usd: "-1.00" }), "block", "R10.rowPositive", "origins[0].usd"],
    [rows({ ...mine, carats: "1.005" }), "block", "R10.rowDecimals", "origins[0].carats"],
    [rows({ ...mine, usd: "1,234" }), "block", "R10.rowNumber", "origins[0].usd"],
    ...(
      [
        ["0.00", "R10.linePositive"],
        ["1.005", "R10.lineDecimals"],
        ["ten", "R10.lineNumber"],
      ] as const
    ).map(([carats, message]): Failure => {
      const hsLines = [{ subheading: "7102.31", carats, usd: "1.00" }];
      return [facts({}, { goods: goods({ hsLines }) }), "block", message, "hsLines[0].carats"];
    }),
  ],
  R11: [
    [rows({ ...mine, carats: "10.01" }), "block", "R11.carats", "hsLines[0].carats"],
    [rows({ ...mine, usd: "8999.99" }), "block", "R11.usd", "hsLines[0].usd"],
    [rows(mine, { ...mine, id: "b" }), "block", "R11.carats", "hsLines[0].carats"],
  ],
  R12: [
    [site(["53", "60"], ["104", "48"]), "block", "R12.minutes", "origins[0].latitude.minutes"],
    [site(["53", "14"], ["104", "75"]), "block", "R12.minutes", "origins[0].longitude.minutes"],
    [site(["5x", "14"], ["104", "5"]), "block", "R12.degrees", "origins[0].latitude.degrees"],
    [site(["41", "41"], ["80", "0"]), "block", "R12.outside", "origins[0].latitude.degrees"],
    [site(["83", "13"], ["80", "0"]), "block", "R12.outside", "origins[0].latitude.degrees"],
    [site(["60", "0"], ["141", "0.1"]), "block", "R12.outside", "origins[0].latitude.degrees"],
    [site(["64", "10"], ["51", "43"]), "block", "R12.outside", "origins[0].latitude.degrees"],
  ],
  R13: [
    [rows({ ...mine, mine: "VICTOR" }), "warn", "R13.closed", "origins[0].mine"],
    [rows({ ...mine, mine: "RENARD" }), "warn", "R13.suspended", "origins[0].mine"],
  ],
  R15: [
    [
      rows({ ...imported, importCertificateId: "ZA00771203" }),
      "block",
      "R15.notRegistered",
      "origins[0].importCertificateId",
    ],
    [
      rows({ ...imported, importCertificateId: "none" }),
      "block",
      "R15.notRegistered",
      "origins[0].importCertificateId",
    ],
    [drawnOnMany(11), "block", "R15.tooMany", "origins[10].importCertificateId"],
  ],
  R16: [
    [drawn({ remaining: "9.99" }), "block", "R16.overdrawn", "origins[0].carats"],
    [drawn({ remaining: "0.00" }), "block", "R16.usedUp", "origins[0].carats"],
    [
      // Each row alone would be within the balance.
      drawn({ remaining: "19.99" }, { ...imported, id: "e" }),
      "block",
      "R16.overdrawn",
      "origins[1].carats",
    ],
  ],
  R18: [
    [
      drawn({ issuer: "GB", number: "GB001", issuedOn: "2021-02-15" }),
      "officer",
      "R18.issuer",
      "origins[0].importCertificateId",
    ],
    [
      drawn({ issuer: "KE", number: "KE001" }),
      "officer",
      "R18.issuer",
      "origins[0].importCertificateId",
    ],
    [drawn({ number: "ZA0004471" }), "officer", "R18.prefix", "origins[0].importCertificateId"],
    [
      drawn({ importedOn: "2026-10-03" }),
      "officer",
      "R18.expired",
      "origins[0].importCertificateId",
    ],
  ],
  R19: [
    [
      drawn({ originalReceivedOn: null, importedOn: "2026-11-16" }),
      "officer",
      "R19.due",
      "origins[0].importCertificateId",
    ],
    [
      drawn({ originalReceivedOn: null, importedOn: "2026-11-15" }),
      "officer",
      "R19.overdue",
      "origins[0].importCertificateId",
    ],
  ],
  R20: [
    [drawn({ origins: [] }), "warn", "R20.unknown", "origins[0].importCertificateId"],
    [drawn({ origins: ["BW", "NA"] }), "warn", "R20.several", "origins[0].importCertificateId"],
  ],
  R21: [
    [facts({}, { goods: goods({ hsLines: [] }) }), "block", "R21.none", "hsLines[0].subheading"],
    ...["7102.29", "7102.39", "7105.10"].map((subheading): Failure => {
      const hsLines = [{ subheading, ...total }];
      return [
        facts({}, { goods: goods({ hsLines }) }),
        "block",
        "R21.notRough",
        "hsLines[0].subheading",
      ];
    }),
    [
      facts(
        {},
        {
          goods: goods({
            hsLines: [
              { subheading: "7102.31", ...total },
              { subheading: "7102.31", ...total },
            ],
          }),
        },
      ),
      "block",
      "R21.twice",
      "hsLines[1].subheading",
    ],
    [
      facts(
        {},
        { goods: goods({ hsLines: [{ subheading: "7102.31", polished: "yes", ...total }] }) },
      ),
      "block",
      "R21.polished",
      "hsLines[0].polished",
    ],
    [drawn({ subheadings: ["7102.10"] }), "warn", "R21.differs", "hsLines[0].subheading"],
  ],
  R22: [
    [facts({}, { goods: {} }), "block", "R22.none", "containerCount"],
    [facts({}, { goods: goods({ seals: [] }) }), "block", "R22.none", "seals[0]"],
    [facts({}, { goods: goods({ containerCount: "2" }) }), "block", "R22.number", "containerCount"],
    [
      facts({}, { goods: goods({ containerCount: "2", seals: ["N-1", "n 1"] }) }),
      "block",
      "R22.twice",
      "seals[1]",
    ],
    [facts({}, { goods: goods({ seals: ["live 1"] }) }), "warn", "R22.live", "seals[0]"],
  ],
  R23: [[stated("KE"), "block", "R23.notParticipant", "origins[0].statedOrigin"]],
  R24: [
    [documents(facts()), "block", "R24.none", null],
    [documents(rows(imported), "import_certificate"), "block", "R24.invoice", null],
    [documents(rows(imported), "invoice"), "block", "R24.importCopies", null],
    [
      documents(
        rows(imported, { ...imported, id: "e", importCertificateId: "AO00119820" }),
        "invoice",
        "import_certificate",
      ),
      "block",
      "R24.importCopies",
      null,
    ],
    [documents(stated("unknown"), "invoice"), "block", "R24.evidence", null],
  ],
  R26: [
    [facts({ declarations: [] }), "block", "R26.roughDiamonds", "rough_diamonds"],
    [
      facts({ declarations: [{ kind: "rough_diamonds", textVersion: 1 }] }),
      "block",
      "R26.certification",
      "certification",
    ],
    [
      facts({ declarationTexts: [{ kind: "certification", textVersion: 2 }] }),
      "block",
      "R26.oldText",
      "certification",
    ],
  ],
};

const resultOf = (id: RuleId, given: Facts) => checkEach(given).find(({ rule }) => rule === id);

it("has every rule of the messages, in order and once", () => {
  expect(rules.map(({ id }) => id)).toEqual(Object.keys(en.rules).sort());
});

describe.each(rules)("$id", (rule) => {
  it.each(passing[rule.id].map((given, index) => [index + 1, given] as const))(
    "passes good case %i",
    (_, given) => {
      expect(resultOf(rule.id, given)).toEqual({ rule: rule.id, result: "passed", findings: [] });
    },
  );

  it.each(
    failing[rule.id].map(([given, severity, messageKey, field]) => ({
      given,
      severity,
      messageKey,
      field,
    })),
  )("finds $messageKey at $field", ({ given, severity, messageKey, field }) => {
    const found = resultOf(rule.id, given)?.findings ?? [];
    expect(found).toContainEqual(expect.objectContaining({ severity, messageKey, field }));
    for (const finding of found) {
      const [english, french] = [findingSentence(finding, "en"), findingSentence(finding, "fr")];
      expect(french).not.toBe(english);
      expect(`${english}${french}`).not.toMatch(/[{}]|undefined|rules\./u);
      expect(rule.sections).toContain(finding.section);
    }
  });

  it("reaches every one of its sentences", () => {
    const keys = Object.keys(en.rules[rule.id].found).map((found) => `${rule.id}.${found}`);
    expect([...new Set(failing[rule.id].map(([, , key]) => key))].sort()).toEqual(keys.sort());
  });

  it("has a name, what it compares and a basis in both languages", () => {
    for (const part of ["name", "compares", "basis"] as const) {
      expect(ruleText(rule.id, part, "en")).not.toBe(ruleText(rule.id, part, "fr"));
    }
  });
});

it("says nothing of imports where nothing was imported", () => {
  const silent = checkEach(facts()).filter(({ result }) => result === "does_not_apply");
  expect(silent.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["R03", "R12", "R15", "R16", "R18", "R19", "R20", "R23"]),
  );
});

it("lets the gravest finding decide", () => {
  const found = (...severities: Severity[]) => severities.map((severity) => ({ severity }));
  expect(outcomeOf([])).toBe("accepted");
  expect(outcomeOf(found("warn"))).toBe("accepted_with_warnings");
  expect(outcomeOf(found("warn", "officer"))).toBe("accepted_with_officer_flag");
  expect(outcomeOf(found("officer", "block", "warn"))).toBe("blocked");
});

it.each(["0", "1.234", "12 ct"])("compares no totals while a row has %j carats", (carats) => {
  const found = checkEach(rows(mine, { ...mine, id: "b", carats }));
  expect(found.find(({ rule }) => rule === "R11")?.result).toBe("does_not_apply");
  expect(found.find(({ rule }) => rule === "R10")?.result).toBe("found");
});
