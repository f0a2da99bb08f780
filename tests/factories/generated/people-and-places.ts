import type { Locale } from "@/lib/i18n/routing";

/** Names as people of each language have them; the certificate must print every letter. */
export const companies: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    "Boreal Rough Ltd.",
    "Nahanni Ice & Stone Co.",
    "O’Leary-Thibodeau Gems Inc.",
    "Tłįchǫ Diamond Partners LP",
    "Great Slave Sorting House (1998) Ltd.",
  ],
  fr: [
    "Diamants boréaux inc.",
    "Société d’extraction de l’Île-à-Vache, s.e.n.c.",
    "Gemmes Québécoises & Associés ltée",
    "Coopérative minière Otish–Témiscamie",
    "Œuvre de pierre Noël Lefèvre",
  ],
};

export const consignees = [
  "Meridian Rough BV",
  "Société Générale du Diamant Brut SA",
  "Diamantenhandel Müller & Söhne GmbH",
  "Łódzka Spółka Kamieni Szlachetnych",
  "Comércio de Diamantes São João Lda",
  "Şirketi Elmas Ticaret A.Ş.",
  "Công ty Kim Cương Sài Gòn",
  "D’Angelo–Žukauskienė Trading House",
] as const;

export const streets = [
  "Hoveniersstraat 22",
  "12 Harbour Road\nUnit 4-B",
  "Rua da Conceição 118, 3.º Esq.",
  "Avenida Niño Jesús 7",
  "3e étage, tour Nº 1\n1180, boulevard de l’Été",
  "Bahnhofstraße 5",
] as const;

export const cities = [
  "Antwerpen",
  "Port City",
  "Málaga",
  "Zürich",
  "Gaborone",
  "Luân Đôn",
] as const;

/** Canadian places of exporters: what is typed as a postal code is read as this one. */
export const canadianPlaces = [
  { city: "Yellowknife", region: "NT", postalCode: "X1A 2N5" },
  { city: "Montréal", region: "QC", postalCode: "H3B 1A7" },
  { city: "Toronto", region: "ON", postalCode: "M5H 2N2" },
  { city: "Vancouver", region: "BC", postalCode: "V6C 1T2" },
] as const;

export const facilities: readonly (readonly [name: string, place: string])[] = [
  ["Camp Chidliak", "Hall Peninsula, Nunavut"],
  ["Usine pilote de Baie-Déception", "Nunavik, Québec"],
  ["Fort à la Corne", "Saskatchewan"],
  ["Laboratoire Géo-Éclat", "Rouyn-Noranda (Québec)"],
];
