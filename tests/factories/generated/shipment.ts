import {
  cities,
  canadianPlaces,
  companies,
  consignees,
  facilities,
  streets,
} from "./people-and-places";
import type { Chance } from "./random";
import {
  categories,
  type Answers,
  type ApplicantAnswers,
  type OriginRow,
  type TariffLine,
} from "@/lib/applications/answers";
import { asksIfPolished } from "@/lib/applications/polished";
import { documentsNeeded } from "@/lib/applications/rules/evidence";
import { sumOf } from "@/lib/applications/totals";
import type { Locale } from "@/lib/i18n/routing";
import { countriesOf, destinationsOn, prohibitions } from "@/lib/reference/lookups";
import type { DocumentKind } from "@/prisma/generated/enums";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

const reference = readReferenceFiles();

/** An entry that the office's register must hold before the application is filled in. */
export interface NeededImport {
  /** What stands in the answers where the register's id belongs. */
  readonly key: string;
  readonly issuer: string;
  readonly origins: readonly string[];
  readonly carats: string;
  /** Registered for this profile, or for somebody else's. */
  readonly own: boolean;
}

/** What a shipment is made of. */
export interface Shipment {
  readonly asOf: string;
  readonly answers: Answers;
  readonly imports: readonly NeededImport[];
  readonly documents: readonly DocumentKind[];
}

/** What a shipment must have so that a mistake can be made in it. */
export interface Wanted {
  readonly category?: OriginRow["category"];
  readonly destination?: string;
  readonly subheading?: string;
  readonly exporter?: "none" | "canadian";
  readonly containers?: number;
}

const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"] as const;

/** Every participant to which one may export, each in turn. */
export const destinations = destinationsOn(reference, days[0]).map(({ code }) => code);

/** "123456" hundredths → "1234.56" */
const amount = (hundredths: number) =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
const hundredths = (text: string) => Number(text.replace(".", ""));

/** The n-th shipment in which everything is right. */
export function newShipment(n: number, locale: Locale, chance: Chance, wanted: Wanted): Shipment {
  const asOf = chance.pick(days);
  const destination = wanted.destination ?? destinations[n % destinations.length] ?? "EU";
  const { rows, imports } = newRows(n, chance, wanted.category);
  const hsLines = newLines(rows, chance, wanted.subheading);
  const permit =
    wanted.subheading === undefined &&
    hsLines.some(
      ({ subheading = "" }) => prohibitions(reference, destination, subheading, asOf).length,
    );
  const containers = wanted.containers ?? (chance.once(12) ? 60 : chance.whole(1, 9));
  const applicant = newApplicant(locale, chance, wanted.exporter);
  const answers: Answers = {
    applicant,
    delivery: { to: applicant.exporter && chance.once(2) ? "exporter" : "applicant" },
    consignee: {
      destination,
      consignee: {
        name: chance.pick(consignees),
        addressLines: chance.pick(streets).split("\n"),
        city: chance.pick(cities),
        ...(chance.once(2) ? { region: "Région d’Été" } : {}),
        ...(chance.once(2) ? { postalCode: `20${chance.whole(10, 99)}` } : {}),
        country: chance.pick(countriesOf(reference, destination)).code,
      },
    },
    origin: { origins: rows },
    goods: {
      hsLines,
      containerCount: String(containers),
      seals: Array.from({ length: containers }, (_, index) => `KP-${n}-${index + 1}`),
      parcels: String(chance.whole(1, 40)),
      ...(permit ? { semaPermit: `SEMA-2026-${n}` } : {}),
    },
  };
  return { asOf, answers, imports, documents: newDocuments(answers, asOf, chance) };
}

function newApplicant(
  locale: Locale,
  chance: Chance,
  wanted: Wanted["exporter"],
): ApplicantAnswers {
  if (wanted === "none" || (!wanted && !chance.once(3))) return { exporterIsDifferent: false };
  const name = chance.pick(companies[locale]);
  const addressLines = chance.pick(streets).split("\n");
  const abroad = { city: chance.pick(cities), country: chance.pick(["US", "BE", "GB", "AE"]) };
  const canadian = { ...chance.pick(canadianPlaces), country: "CA" };
  const place = wanted === "canadian" || chance.once(2) ? canadian : abroad;
  return { exporterIsDifferent: true, exporter: { name, addressLines, ...place } };
}

/** One to four rows of any mix; the first is of the wanted category. */
function newRows(n: number, chance: Chance, wanted: OriginRow["category"] | undefined) {
  const imports: NeededImport[] = [];
  const first = wanted ?? categories[n % categories.length] ?? "new_production";
  const more = chance.some(categories, chance.pick([0, 0, 1, 2, 3]));
  const rows = [first, ...more].map((category): OriginRow => {
    const mass = chance.once(6) ? chance.whole(10, 99) : chance.whole(100, 250_000);
    const base = { id: "", carats: amount(mass), usd: amount(mass * chance.whole(5, 900) + 1) };
    const [facilityName, facilityPlace] = chance.pick(facilities);
    const facility = { facilityName, facilityPlace };
    const known = chance.pick(["CA", "AO", "BW", "ZA", "NA"]);
    switch (category) {
      case "new_production": {
        const mine = chance.pick(reference.mines).code;
        const notes = "Extraits à ciel ouvert ; lot nº 7 — “run of mine”.";
        return { ...base, category, mine, ...(chance.once(3) ? { notes } : {}) };
      }
      case "previously_imported": {
        const issuer = chance.pick(["BW", "AO", "ZA", "NA", "LS"]);
        const origins = chance.once(5) ? [issuer, "CD"] : [issuer];
        const carats = amount(mass + chance.pick([0, 1, 50_000]));
        const key = `import-${imports.length + 1}`;
        imports.push({ key, issuer, origins, carats, own: true });
        return { ...base, category, importCertificateId: key };
      }
      case "exploration":
        return {
          ...base,
          category,
          ...facility,
          latitude: { degrees: `${chance.whole(49, 72)}`, minutes: newMinutes(chance) },
          longitude: { degrees: `${chance.whole(65, 130)}`, minutes: newMinutes(chance) },
        };
      case "extraction":
        return chance.once(2)
          ? { ...base, category, ...facility, concentratesFrom: "in_canada" }
          : {
              ...base,
              category,
              ...facility,
              concentratesFrom: "outside_canada",
              statedOrigin: known === "CA" ? "unknown" : known,
            };
      case "in_canada_before_2003":
        return { ...base, category, statedOrigin: chance.once(2) ? "unknown" : known };
    }
  });
  return { rows, imports };
}

const newMinutes = (chance: Chance) =>
  `${chance.whole(0, 59)}${chance.pick(["", "", ".5", ".25", ".125"])}`;

/** One to three lines that hold the rows to the hundredth and to the cent. */
function newLines(rows: readonly OriginRow[], chance: Chance, wanted?: string): TariffLine[] {
  const codes = reference.subheadings.filter((each) => each.roughDiamond).map(({ code }) => code);
  const used = wanted ? [wanted] : chance.some(codes, chance.pick([1, 1, 2, 3]));
  const carats = hundredths(sumOf(rows.map((row) => row.carats)));
  const usd = hundredths(sumOf(rows.map((row) => row.usd)));
  if (carats < 10) return newLines(rows, chance, codes[0]);
  return used.map((subheading, index) => {
    const part = (all: number) => Math.floor(all / used.length) + (index ? 0 : all % used.length);
    const polished = asksIfPolished(subheading) ? { polished: "no" as const } : {};
    return { subheading, ...polished, carats: amount(part(carats)), usd: amount(part(usd)) };
  });
}

function newDocuments(answers: Answers, asOf: string, chance: Chance): DocumentKind[] {
  const needed = documentsNeeded(answers, reference, { day: asOf, onPaper: false }).flatMap(
    ({ kind, files }) => Array.from({ length: files }, () => kind),
  );
  const also = chance.some(["packing_list", "waybill"] as const, chance.whole(0, 2));
  return [...(needed.includes("invoice") ? [] : (["invoice"] as const)), ...needed, ...also];
}
