import type { Answers, GoodsAnswers, OriginRow } from "@/lib/applications/answers";
import type { Facts, ImportCertificateFact, Severity } from "@/lib/applications/rules/rule";
import { scenarios } from "@/lib/applications/rules/scenario-answers";
import { factsOf, importCertificate } from "@/lib/applications/rules/scenario-facts";

/*
 * For tests: shipments as the tables of this folder need them, each a good one with changes.
 */

/** What a rule must find: how grave, in which words, and the field it leads to. */
export type Found = readonly [
  facts: Facts,
  severity: Severity,
  message: string,
  field: string | null,
];

/** Shipments that a rule lets pass, and shipments that it does not. */
export interface Cases {
  readonly passes: readonly Facts[];
  readonly finds: readonly Found[];
}

const [first] = scenarios;
if (!first) throw new Error("There are no scenarios.");

/** A good shipment of new production, with changes. */
export function facts(changes: Partial<Facts> = {}, answers: Partial<Answers> = {}): Facts {
  const good = factsOf(first as (typeof scenarios)[number]);
  return { ...good, ...changes, answers: { ...good.answers, ...answers } };
}

export const applicant = (changes: Partial<Facts["applicant"]>) =>
  facts({ applicant: { ...facts().applicant, ...changes } });

export const exporter = {
  name: "Nord Export",
  addressLines: ["1 Harbour Road"],
  city: "Dubai",
  country: "AE",
};

export const to = (destination?: string, country?: string) =>
  facts(
    {},
    {
      consignee: {
        ...(destination ? { destination } : {}),
        consignee: { ...facts().answers.consignee?.consignee, ...(country ? { country } : {}) },
      },
    },
  );

export const total = { carats: "10.00", usd: "9000.00" };
export const goods = (changes: GoodsAnswers = {}): GoodsAnswers => ({
  hsLines: [{ subheading: "7102.31", polished: "no", ...total }],
  containerCount: "1",
  seals: ["N-1"],
  parcels: "1",
  ...changes,
});

/** A shipment of these rows whose tariff line agrees with them. */
export function rows(...origins: OriginRow[]): Facts {
  return facts({ documents: everyDocument }, { origin: { origins }, goods: goods() });
}
export const everyDocument = (
  ["invoice", "import_certificate", "evidence_before_2003", "sema_permit"] as const
).map((kind) => ({ id: kind, kind, name: `${kind}.pdf` }));

export const mine = {
  id: "a",
  category: "new_production",
  mine: "EKATI",
  ...total,
} satisfies OriginRow;
export const imported = {
  id: "b",
  category: "previously_imported",
  importCertificateId: "BW0004471",
  ...total,
} satisfies OriginRow;
export const site = (latitude: [string, string], longitude: [string, string]): Facts =>
  rows({
    id: "c",
    category: "exploration",
    facilityName: "Laboratory",
    facilityPlace: "Saskatoon",
    latitude: { degrees: latitude[0], minutes: latitude[1] },
    longitude: { degrees: longitude[0], minutes: longitude[1] },
    ...total,
  });
export const stated = (statedOrigin: string): Facts =>
  rows({ id: "d", category: "in_canada_before_2003", statedOrigin, ...total });
export const drawn = (changes: Partial<ImportCertificateFact>, ...more: OriginRow[]): Facts => ({
  ...rows(imported, ...more),
  importCertificates: [importCertificate("BW0004471", changes)],
});
/** One carat of each of so many certificates of this profile. */
export function drawnOnMany(howMany: number): Facts {
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
export const documents = (base: Facts, ...kinds: Facts["documents"][number]["kind"][]): Facts => ({
  ...base,
  documents: kinds.map((kind) => ({ id: kind, kind, name: `${kind}.pdf` })),
});
export const scanned = (...scans: NonNullable<Facts["documents"][number]["scan"]>[]): Facts => ({
  ...facts(),
  documents: scans.map((scan, i) => ({
    id: String(i),
    kind: "invoice",
    name: `invoice-${i}.pdf`,
    scan,
  })),
});
export const withGoods = (base: Facts, changes: GoodsAnswers = {}): Facts => ({
  ...base,
  answers: { ...base.answers, goods: goods(changes) },
});
export const toRussia = (semaPermit?: string) =>
  withGoods(to("RU", "RU"), semaPermit ? { semaPermit } : {});
