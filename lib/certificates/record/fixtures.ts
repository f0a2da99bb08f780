// Records for tests: an ordinary one, and those at every limit of the record.
import {
  certificateRecordOf,
  LIMITS,
  type CertificateRecord,
} from "@/lib/certificates/record/record";

const canada = { code: "CA", en: "Canada", fr: "Canada" };
const belgium = { code: "BE", en: "Belgium", fr: "Belgique" };

/** One line, three seals, two notes; parts of it may be replaced. */
export function ordinary(changes: Partial<CertificateRecord> = {}): CertificateRecord {
  return certificateRecordOf({
    schema: 1,
    number: "CA00001873",
    issued: "2026-11-23",
    expires: "2027-01-22",
    origin: [canada],
    destination: { code: "EU", en: "European Union", fr: "Union européenne" },
    exporter: {
      name: "Barren Lands Diamond Sales Ltd.",
      addressLines: ["4807 49 Street, Suite 210", "Yellowknife NT  X1A 3T5"],
      city: "Yellowknife",
      country: canada,
    },
    consignee: {
      name: "Scheldekaai Rough Trading BV",
      addressLines: ["Hoveniersstraat 30, bus 112", "2018 Antwerpen"],
      city: "Antwerpen",
      country: belgium,
    },
    lines: [
      {
        hs: "7102.31",
        carats: "12480.35",
        usd: "1348920.50",
        description: {
          en: "Non-industrial: unworked or simply sawn, cleaved or bruted",
          fr: "Non industriels : bruts ou simplement sciés, clivés ou débrutés",
        },
      },
    ],
    totals: { carats: "12480.35", usd: "1348920.50" },
    parcels: 4,
    seals: ["CA-NT 0048213", "CA-NT 0048214", "CA-NT 0048215"],
    notes: [
      {
        about: { en: "Ekati", fr: "Ekati" },
        text: "Run-of-mine production, valued by the Government Diamond Valuator on 16 November 2026.",
      },
      {
        about: { en: "Gahcho Kué", fr: "Gahcho Kué" },
        text: "Production évaluée par l’évaluateur de diamants du gouvernement le 16 novembre 2026.",
      },
    ],
    authorizedBy: {
      id: "signatory-1",
      name: "Marie-Ève Tremblay",
      titleEn: "Director, Kimberley Process Office",
      titleFr: "Directrice, Bureau du Processus de Kimberley",
    },
    prior: [],
    checkCode: "K7QM-4PXT",
    ...changes,
  });
}

const PROSE =
  "Société consolidée de commercialisation et d’évaluation des diamants bruts des Territoires du Nord-Ouest et du Nunavut; œuvre à Saint-Jean-Baptiste-de-l’Isle-Verte, Łódź, İstanbul. ";

/** Real words to exactly this length. */
function words(length: number, from = 0): string {
  const text = PROSE.repeat(Math.ceil((length + from) / PROSE.length) + 1)
    .slice(from)
    .trimStart();
  return text.slice(0, length).replace(/^ | $/g, "x");
}

const DESCRIPTIONS = {
  "7102.10": { en: "Unsorted", fr: "Non triés" },
  "7102.21": {
    en: "Industrial: unworked or simply sawn, cleaved or bruted",
    fr: "Industriels : bruts ou simplement sciés, clivés ou débrutés",
  },
  "7102.31": {
    en: "Non-industrial: unworked or simply sawn, cleaved or bruted",
    fr: "Non industriels : bruts ou simplement sciés, clivés ou débrutés",
  },
} as const;

/** Every field at its limit, `fill` giving the text of a field from its length and a number that tells fields apart. */
function full(fill: (length: number, field: number) => string): CertificateRecord {
  const taiwan = {
    code: "TW",
    en: "The Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu",
    fr: "Territoire douanier distinct de Taiwan, Penghu, Kinmen et Matsu",
  };
  const party = (field: number, country: typeof taiwan) => ({
    name: fill(LIMITS.name, field),
    addressLines: Array.from({ length: LIMITS.addressLines }, (_, i) =>
      fill(LIMITS.addressLine, field + i + 1),
    ),
    city: fill(LIMITS.addressLine, field + 6),
    country,
  });
  return certificateRecordOf({
    schema: 1,
    number: "CA88888888",
    issued: "2026-09-28",
    expires: "2026-11-27",
    origin: Array.from({ length: LIMITS.origins }, (_, i) => ({
      code: `A${String.fromCharCode(65 + i)}`,
      en: `Democratic Republic of the Congo ${i + 1}`,
      fr: `République démocratique du Congo ${i + 1}`,
    })),
    destination: taiwan,
    exporter: party(0, canada),
    consignee: party(10, taiwan),
    lines: (["7102.10", "7102.21", "7102.31"] as const).map((hs) => ({
      hs,
      carats: "333333333.33",
      usd: "333333333333.33",
      description: DESCRIPTIONS[hs],
    })),
    totals: { carats: "999999999.99", usd: "999999999999.99" },
    parcels: LIMITS.parcels,
    seals: Array.from(
      { length: LIMITS.seals },
      (_, i) =>
        fill(LIMITS.seal, 20)
          .slice(0, LIMITS.seal - 2)
          .trimEnd() + String(i + 10),
    ),
    notes: Array.from({ length: LIMITS.notes }, (_, i) => ({
      about: { en: fill(LIMITS.name, 30 + i), fr: fill(LIMITS.name, 60 + i) },
      text: fill(LIMITS.note, 90 + i),
    })),
    authorizedBy: {
      id: "signatory-1",
      name: fill(LIMITS.name, 120),
      titleEn: fill(LIMITS.title, 121),
      titleFr: fill(LIMITS.title, 122),
    },
    prior: Array.from({ length: LIMITS.priorCertificates }, (_, i) => ({
      number: `BW${String(i).padStart(LIMITS.priorNumber - 2, "0")}`,
      issuer: "BW",
      carats: "1.00",
    })),
    replaces: "CA77777777",
    checkCode: "WMQW-MWQ8",
  });
}

/** The longest values, in real words. */
export const longest = (changes: Partial<CertificateRecord> = {}): CertificateRecord =>
  certificateRecordOf({ ...full((length, field) => words(length, field * 7)), ...changes });

/** The longest values in the widest letters and without a blank: worse than anything real. */
export const pathological = (): CertificateRecord => full((length) => "W".repeat(length));
