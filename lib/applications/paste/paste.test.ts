import { describe, expect, it } from "vitest";
import { lineColumns, readLines } from "./lines";
import { originColumns, readOrigins } from "./origins";
import { heading } from "./words";
import type { Problem } from "@/lib/forms/form-state";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

/*
 * A table of what people paste, in each language, and what becomes of it. `row` is what the only row
 * holds besides its id; `rows` how many there are; `problems` the keys with line and column.
 */

const reference = readReferenceFiles();
const names = {
  reference,
  certificates: [
    { id: "bw", number: "BW 0078214", issuer: "BW" },
    { id: "ao", number: "00119820", issuer: "AO" },
    { id: "za", number: "00119820", issuer: "ZA" },
  ],
};
const wide = "\u202F";
const nbsp = "\u00A0";

interface Case {
  readonly row?: object;
  readonly rows?: number;
  readonly problems?: readonly string[];
}
type Table = readonly (readonly [text: string, expected: Case])[];

const mined = {
  category: "new_production",
  carats: "1204.35",
  usd: "118026.30",
  mine: "GAHCHO_KUE",
};

const en: Table = [
  ["New production\t1,204.35\t118,026.30\tGahcho Kué", { row: mined }],
  ["new production\t1 204.35\tUS$118 026.30\tgahcho kue", { row: mined }],
  ["new_production\t1204.35\t118026.3\tGAHCHO_KUE", { row: mined }],
  [
    "Nouvelle production\t1204,35 carats\t118026.30 USD\tGahcho Kué (Northwest Territories)",
    { row: mined },
  ],
  [`New production;1204.35;118026.30;Gahcho${nbsp}Kué`, { row: mined }],
  ['New production,"1,204.35","118,026.30",Gahcho Kué', { row: mined }],
  ["New production,1204.35,118026.30,Gahcho Kué", { row: mined }],
  ["\uFEFFNew production\t1,204.35\t118,026.30\tGahcho Kué\r\n", { row: mined }],
  [
    "New production\t1,204.35\t118,026.30\tGahcho Kué\t\t\t\t\t\t\t\t\r\n\t\t\t\r\n\r\n",
    { row: mined },
  ],
  [
    "\r\n\r\nNew production\t1,204.35\t118,026.30\tGahcho Kué\t\t\t\t\t\t\t\t\t\t\t",
    { row: mined },
  ],
  [
    "Category\tMass (carats)\tValue (US$)\tDiamond mine\nNew production\t1,204.35\t118,026.30\tGahcho Kué",
    { row: mined },
  ],
  [
    "Mine de diamant\tValeur\tCATÉGORIE\tCarats\nGahcho Kué\t118,026.30\tNew production\t1,204.35",
    { row: mined },
  ],
  [
    "Diamond mine;Category;US$\nEkati;New production;10",
    { row: { category: "new_production", mine: "EKATI", usd: "10.00" } },
  ],
  ["Category\tMass\tNotes\nNew production\t1\t", { problems: ["heading"] }],
  ["Category\tMass\tMass (carats)\nNew production\t1\t2", { problems: ["headingTwice"] }],
  ["Category\tMass\tValue", { problems: ["empty"] }],
  ["", { problems: ["empty"] }],
  [" \r\n\t\t\r\n", { problems: ["empty"] }],
  ["New production", { row: { category: "new_production" } }],
  [
    'New production\t1\t2\tEkati\t\t\t\t\t\t\t\t"Two\r\nlines, ""sorted"""',
    {
      row: {
        category: "new_production",
        carats: "1.00",
        usd: "2.00",
        mine: "EKATI",
        notes: 'Two lines, "sorted"',
      },
    },
  ],
  [
    'New production\t1\t2\tEkati\t\t\t\t\t\t\t\t5" sieve',
    {
      row: {
        category: "new_production",
        carats: "1.00",
        usd: "2.00",
        mine: "EKATI",
        notes: '5" sieve',
      },
    },
  ],
  ['New production\t1\t2\tEkati\nNew production\t"1\t2\tEkati', { problems: ["quote 2"] }],
  [
    "Previously imported\t180.25\t41,457.50\t\tBW0078214",
    {
      row: {
        category: "previously_imported",
        carats: "180.25",
        usd: "41457.50",
        importCertificateId: "bw",
      },
    },
  ],
  [
    "Previously imported\t180.25\t41,457.50\t\tbw-007 8214",
    {
      row: {
        category: "previously_imported",
        carats: "180.25",
        usd: "41457.50",
        importCertificateId: "bw",
      },
    },
  ],
  ["Previously imported\t1\t2\t\t00119820", { problems: ["certificate 1 KP import certificate"] }],
  [
    "Previously imported\t1\t2\t\tZA 00119820",
    {
      row: {
        category: "previously_imported",
        carats: "1.00",
        usd: "2.00",
        importCertificateId: "za",
      },
    },
  ],
  ["Previously imported\t1\t2\t\tBW 1", { problems: ["certificate 1 KP import certificate"] }],
  [
    "Exploration\t12.40\t1,091.20\t\t\tKennady\tNorth camp\t63° 28.5′ N\t109° 11.0′ W",
    {
      row: {
        category: "exploration",
        carats: "12.40",
        usd: "1091.20",
        facilityName: "Kennady",
        facilityPlace: "North camp",
        latitude: { degrees: "63", minutes: "28.5" },
        longitude: { degrees: "109", minutes: "11.0" },
      },
    },
  ],
  [
    "Exploration\t1\t2\t\t\tA\tB\tN 63 28.5\t109 11'W",
    {
      row: {
        category: "exploration",
        carats: "1.00",
        usd: "2.00",
        facilityName: "A",
        facilityPlace: "B",
        latitude: { degrees: "63", minutes: "28.5" },
        longitude: { degrees: "109", minutes: "11" },
      },
    },
  ],
  [
    "Exploration\t1\t2\t\t\tA\tB\t63.475\t-109.18",
    {
      problems: ["latitude 1 Latitude, north", "longitude 1 Longitude, west"],
    },
  ],
  [
    "Exploration\t1\t2\t\t\tA\tB\t63° 28′ 30″ N\t109° 11′ E",
    {
      problems: ["latitude 1 Latitude, north", "longitude 1 Longitude, west"],
    },
  ],
  [
    "Extraction\t3.75\t420\t\t\tGeolabs\tSaskatoon\t\t\tFrom outside Canada\tBotswana",
    {
      row: {
        category: "extraction",
        carats: "3.75",
        usd: "420.00",
        facilityName: "Geolabs",
        facilityPlace: "Saskatoon",
        concentratesFrom: "outside_canada",
        statedOrigin: "BW",
      },
    },
  ],
  [
    "Extraction\t1\t2\t\t\tA\tB\t\t\tCanada",
    {
      row: {
        category: "extraction",
        carats: "1.00",
        usd: "2.00",
        facilityName: "A",
        facilityPlace: "B",
        concentratesFrom: "in_canada",
      },
    },
  ],
  [
    "Extraction\t1\t2\t\t\tA\tB\t\t\tCanada\tBotswana",
    { problems: ["inCanada 1 Country where mined"] },
  ],
  [
    "Extraction\t1\t2\t\t\tA\tB\t\t\toutside_canada\tCanada",
    { problems: ["country 1 Country where mined"] },
  ],
  ["Extraction\t1\t2\t\t\tA\tB\t\t\tyes", { problems: ["concentrates 1 Concentrates"] }],
  [
    "In Canada since before January 1, 2003\t2.10\t630\t\t\t\t\t\t\t\tUnknown",
    {
      row: {
        category: "in_canada_before_2003",
        carats: "2.10",
        usd: "630.00",
        statedOrigin: "unknown",
      },
    },
  ],
  [
    "in_canada_before_2003\t1\t2\t\t\t\t\t\t\t\tCA",
    {
      row: { category: "in_canada_before_2003", carats: "1.00", usd: "2.00", statedOrigin: "CA" },
    },
  ],
  [
    "in_canada_before_2003\t1\t2\t\t\t\t\t\t\t\tAtlantis",
    { problems: ["country 1 Country where mined"] },
  ],
  ["Gold\t1\t2", { problems: ["category 1 Category"] }],
  ["\t1\t2", { problems: ["noCategory 1 Category"] }],
  ["New production\t1\t2\tNowhere", { problems: ["mine 1 Diamond mine"] }],
  ["Exploration\t1\t2\tEkati", { problems: ["notAsked 1 Diamond mine"] }],
  ["New production\tmany\t2", { problems: ["number.notUnderstood 1 Mass (carats)"] }],
  ["New production\t1.234\t2", { problems: ["number.ambiguous 1 Mass (carats)"] }],
  [
    "New production\t1,234\t2",
    { row: { category: "new_production", carats: "1234.00", usd: "2.00" } },
  ],
  ["New production\t1\tCAD 2", { problems: ["number.otherCurrency 1 Value (US$)"] }],
  [
    "New production\t1.2345\t-2",
    {
      problems: ["number.tooManyDecimals 1 Mass (carats)", "number.negative 1 Value (US$)"],
    },
  ],
  ["New production\t1\t9999999999999999", { problems: ["number.tooLarge 1 Value (US$)"] }],
  ["New production,1,204.35,118,026.30,Gahcho Kué,,,,,,,,x", { problems: ["cells 1"] }],
  [
    "New production\t1\t2\nGold\t1\t2\n\nExploration\tx\ty",
    {
      problems: [
        "category 2 Category",
        "number.notUnderstood 4 Mass (carats)",
        "number.notUnderstood 4 Value (US$)",
      ],
    },
  ],
  ["Extraction\t1\t2\n".repeat(20), { rows: 20 }],
  ["Extraction\t1\t2\n".repeat(21), { problems: ["tooMany"] }],
  ["x".repeat(100_001), { problems: ["tooLong"] }],
];

const fr: Table = [
  [`Nouvelle production\t1${nbsp}204,35\t118${nbsp}026,30\tGahcho Kué`, { row: mined }],
  [`nouvelle production\t1${wide}204,35 carats\t118 026,30 $ US\tgahcho kue`, { row: mined }],
  ["new_production\t1204,35\t118026,3\tGAHCHO_KUE", { row: mined }],
  ["New production\t1204.35\t118026.30\tGahcho Kué (Territoires du Nord-Ouest)", { row: mined }],
  ["Nouvelle production;1 204,35;118 026,30;Gahcho Kué", { row: mined }],
  ['Nouvelle production,"1 204,35","118 026,30",Gahcho Kué', { row: mined }],
  ["\uFEFFNouvelle production\t1204,35\t118026,30\tGahcho Kué\r\n", { row: mined }],
  [
    "Nouvelle production\t1204,35\t118026,30\tGahcho Kué\t\t\t\t\t\t\t\t\r\n\t\t\r\n",
    { row: mined },
  ],
  ["\r\nNouvelle production\t1204,35\t118026,30\tGahcho Kué\t\t\t\t\t\t\t\t\t\t", { row: mined }],
  [
    "Catégorie\tMasse (carats)\tValeur ($ US)\tMine de diamant\nNouvelle production\t1 204,35\t118 026,30\tGahcho Kué",
    { row: mined },
  ],
  [
    "diamond mine\tVALUE\tcategorie\tCarats\nGahcho Kué\t118026,30\tNouvelle production\t1204,35",
    { row: mined },
  ],
  [
    "Mine de diamant;Catégorie;$ US\nEkati;Nouvelle production;10",
    { row: { category: "new_production", mine: "EKATI", usd: "10.00" } },
  ],
  ["Catégorie\tMasse\tRemarques\nNouvelle production\t1\t", { problems: ["heading"] }],
  ["Catégorie\tMasse\tCarats\nNouvelle production\t1\t2", { problems: ["headingTwice"] }],
  ["Catégorie\tMasse\tValeur", { problems: ["empty"] }],
  ["", { problems: ["empty"] }],
  [`${nbsp}\r\n\t\t\r\n`, { problems: ["empty"] }],
  ["Exploration", { row: { category: "exploration" } }],
  [
    'Nouvelle production\t1\t2\tEkati\t\t\t\t\t\t\t\t"Deux\r\nlignes ; ""triées"""',
    {
      row: {
        category: "new_production",
        carats: "1.00",
        usd: "2.00",
        mine: "EKATI",
        notes: 'Deux lignes ; "triées"',
      },
    },
  ],
  [
    "Nouvelle production\t1\t2\tEkati\t\t\t\t\t\t\t\tTriés à Yellowknife ; « bruts »",
    {
      row: {
        category: "new_production",
        carats: "1.00",
        usd: "2.00",
        mine: "EKATI",
        notes: "Triés à Yellowknife ; « bruts »",
      },
    },
  ],
  ['Extraction\t1\t2\nExtraction\t1\t2\nExtraction\t"1\t2', { problems: ["quote 3"] }],
  [
    "Importé précédemment\t180,25\t41 457,50\t\tBW0078214",
    {
      row: {
        category: "previously_imported",
        carats: "180.25",
        usd: "41457.50",
        importCertificateId: "bw",
      },
    },
  ],
  [
    "importe precedemment\t180,25\t41457,50\t\tbw 0078214",
    {
      row: {
        category: "previously_imported",
        carats: "180.25",
        usd: "41457.50",
        importCertificateId: "bw",
      },
    },
  ],
  [
    "Importé précédemment\t1\t2\t\t00119820",
    { problems: ["certificate 1 Certificat d’importation du PK"] },
  ],
  [
    "Importé précédemment\t1\t2\t\tAO-00119820",
    {
      row: {
        category: "previously_imported",
        carats: "1.00",
        usd: "2.00",
        importCertificateId: "ao",
      },
    },
  ],
  [
    "Importé précédemment\t1\t2\t\tXX1",
    { problems: ["certificate 1 Certificat d’importation du PK"] },
  ],
  [
    "Exploration\t12,40\t1 091,20\t\t\tKennady\tCamp nord\t63° 28,5′ N\t109° 11,0′ O",
    {
      row: {
        category: "exploration",
        carats: "12.40",
        usd: "1091.20",
        facilityName: "Kennady",
        facilityPlace: "Camp nord",
        latitude: { degrees: "63", minutes: "28.5" },
        longitude: { degrees: "109", minutes: "11.0" },
      },
    },
  ],
  [
    "Exploration\t1\t2\t\t\tA\tB\t63 28,5 Nord\tOuest 109°11",
    {
      row: {
        category: "exploration",
        carats: "1.00",
        usd: "2.00",
        facilityName: "A",
        facilityPlace: "B",
        latitude: { degrees: "63", minutes: "28.5" },
        longitude: { degrees: "109", minutes: "11" },
      },
    },
  ],
  [
    "Exploration\t1\t2\t\t\tA\tB\t63,475\t-109,18",
    {
      problems: ["latitude 1 Latitude nord", "longitude 1 Longitude ouest"],
    },
  ],
  [
    "Exploration\t1\t2\t\t\tA\tB\t63° 28′ 30″ N\t109° 11′ E",
    {
      problems: ["latitude 1 Latitude nord", "longitude 1 Longitude ouest"],
    },
  ],
  [
    "Extraction\t3,75\t420\t\t\tGeolabs\tSaskatoon\t\t\tDe l’extérieur du Canada\tAfrique du Sud",
    {
      row: {
        category: "extraction",
        carats: "3.75",
        usd: "420.00",
        facilityName: "Geolabs",
        facilityPlace: "Saskatoon",
        concentratesFrom: "outside_canada",
        statedOrigin: "ZA",
      },
    },
  ],
  [
    "Extraction\t1\t2\t\t\tA\tB\t\t\tDu Canada",
    {
      row: {
        category: "extraction",
        carats: "1.00",
        usd: "2.00",
        facilityName: "A",
        facilityPlace: "B",
        concentratesFrom: "in_canada",
      },
    },
  ],
  [
    "Extraction\t1\t2\t\t\tA\tB\t\t\tCanada\tBotswana",
    { problems: ["inCanada 1 Pays d’extraction"] },
  ],
  [
    "Extraction\t1\t2\t\t\tA\tB\t\t\thors du Canada\tCanada",
    { problems: ["country 1 Pays d’extraction"] },
  ],
  ["Extraction\t1\t2\t\t\tA\tB\t\t\toui", { problems: ["concentrates 1 Concentrés"] }],
  [
    "Présents au Canada avant le 1er janvier 2003\t2,10\t630\t\t\t\t\t\t\t\tInconnu",
    {
      row: {
        category: "in_canada_before_2003",
        carats: "2.10",
        usd: "630.00",
        statedOrigin: "unknown",
      },
    },
  ],
  [
    "in_canada_before_2003\t1\t2\t\t\t\t\t\t\t\tca",
    {
      row: { category: "in_canada_before_2003", carats: "1.00", usd: "2.00", statedOrigin: "CA" },
    },
  ],
  [
    "in_canada_before_2003\t1\t2\t\t\t\t\t\t\t\tAtlantide",
    { problems: ["country 1 Pays d’extraction"] },
  ],
  ["Or\t1\t2", { problems: ["category 1 Catégorie"] }],
  ["\t1\t2", { problems: ["noCategory 1 Catégorie"] }],
  ["Nouvelle production\t1\t2\tNulle part", { problems: ["mine 1 Mine de diamant"] }],
  ["Exploration\t1\t2\tEkati", { problems: ["notAsked 1 Mine de diamant"] }],
  ["Nouvelle production\tbeaucoup\t2", { problems: ["number.notUnderstood 1 Masse (carats)"] }],
  ["Nouvelle production\t1,234\t2", { problems: ["number.ambiguous 1 Masse (carats)"] }],
  ["Nouvelle production\t1.234\t2", { problems: ["number.ambiguous 1 Masse (carats)"] }],
  ["Nouvelle production\t1\t2 $ CA", { problems: [`number.otherCurrency 1 Valeur ($${nbsp}US)`] }],
  [
    "Nouvelle production\t1,2345\t-2",
    {
      problems: [
        "number.tooManyDecimals 1 Masse (carats)",
        `number.negative 1 Valeur ($${nbsp}US)`,
      ],
    },
  ],
  [
    "Nouvelle production\t1\t9999999999999999",
    { problems: [`number.tooLarge 1 Valeur ($${nbsp}US)`] },
  ],
  ["Nouvelle production,1,204,35,118,026,30,Gahcho Kué,,,,,,,x", { problems: ["cells 1"] }],
  [
    "Nouvelle production\t1\t2\nOr\t1\t2\n\nExploration\tx\ty",
    {
      problems: [
        "category 2 Catégorie",
        "number.notUnderstood 4 Masse (carats)",
        `number.notUnderstood 4 Valeur ($${nbsp}US)`,
      ],
    },
  ],
  ["Extraction\t1\t2\n".repeat(20), { rows: 20 }],
  ["Extraction\t1\t2\n".repeat(21), { problems: ["tooMany"] }],
];

const told = ({ key, params = {} }: Problem) => {
  const { line, column } = params;
  return [key.replace("paste.", ""), line, line && column]
    .filter((part) => part !== undefined)
    .map(String)
    .join(" ");
};

describe.each([
  ["en", en],
  ["fr", fr],
] as const)("origin rows pasted in %s", (locale, table) => {
  it("are at least forty kinds", () => {
    expect(table.length).toBeGreaterThanOrEqual(40);
  });

  it.each(table.map(([text, expected]) => [text.slice(0, 120), text, expected] as const))(
    "%j",
    (_, text, { row, rows = 1, problems = [] }) => {
      const pasted = readOrigins(text, { locale, names, room: 20 });
      expect(pasted.ok ? [] : pasted.problems.map(told)).toEqual(problems);
      expect(pasted.ok || pasted.problems.every(({ field }) => field === "paste")).toBe(true);
      if (!pasted.ok) return;
      expect(pasted.rows).toHaveLength(rows);
      if (row) expect({ ...pasted.rows[0], id: undefined }).toEqual({ ...row, id: undefined });
    },
  );

  it("have ids of their own", () => {
    const pasted = readOrigins("Extraction\nExtraction", { locale, names, room: 20 });
    expect(new Set(pasted.ok ? pasted.rows.map(({ id }) => id) : []).size).toBe(2);
  });

  it("say how much room there is", () => {
    const pasted = readOrigins("Extraction\nExtraction", { locale, names, room: 1 });
    expect(pasted.ok ? null : pasted.problems[0]?.params).toEqual({ room: 1, count: 2 });
  });
});

describe.each(["en", "fr"] as const)("tariff lines pasted in %s", (locale) => {
  const [one, two] = locale === "en" ? ["1,016.50", "88,026.30"] : ["1 016,50", "88 026,30"];
  const good = { subheading: "7102.10", carats: "1016.50", usd: "88026.30" };
  const usd = heading("usd", locale);
  const tariff = heading("subheading", locale);
  const cases: Table = [
    [`7102.10\t${one}\t${two}`, { row: good }],
    [`7102.1\t${one}\t${two}`, { row: good }],
    [`7102,10\t${one}\t${two}`, { row: good }],
    [`710210\t${one}\t${two}`, { row: good }],
    [`7102.10.00.10\t${one}\t${two}`, { row: good }],
    [`7102.10 Unsorted\t${one}\t${two}\r\n`, { row: good }],
    [`US$\tTariff subheading\tCarats\n${two}\t7102.10\t${one}`, { row: good }],
    [`Masse;Sous-position tarifaire;Valeur\n${one};7102.10;${two}`, { row: good }],
    ["7102.21\n7102.31\n7102.10", { rows: 3 }],
    ["7102.21\n7102.31\n7102.10\n7102.10", { problems: ["tooMany"] }],
    ["7102.29\t1\t1", { problems: [`notRough 1 ${tariff}`] }],
    ["7113.11\t1\t1", { problems: [`subheading 1 ${tariff}`] }],
    ["\t1\t1", { problems: [`subheading 1 ${tariff}`] }],
    ["7102.10\t1\t1\t1", { problems: ["cells 1"] }],
    [
      "7102.10\t1\tx\n7102\t1\t1",
      { problems: [`number.notUnderstood 1 ${usd}`, `subheading 2 ${tariff}`] },
    ],
  ];
  it.each(cases.map(([text, expected]) => [text, expected] as const))(
    "%j",
    (text, { row, rows = 1, problems = [] }) => {
      const { subheadings } = reference;
      const pasted = readLines(text, { locale, subheadings, room: 3 });
      expect(pasted.ok ? [] : pasted.problems.map(told)).toEqual(problems);
      if (!pasted.ok) return;
      expect(pasted.rows).toHaveLength(rows);
      if (row) expect(pasted.rows[0]).toEqual(row);
    },
  );
});

it("every column has a heading in both languages, and no two the same", () => {
  for (const locale of ["en", "fr"] as const) {
    for (const columns of [originColumns, lineColumns]) {
      expect(new Set(columns.map((column) => heading(column, locale))).size).toBe(columns.length);
    }
  }
});

it.each([",", "a;"])("a line of nothing but %j is refused at once", (cell) => {
  const began = performance.now();
  const pasted = readOrigins(cell.repeat(49_000) + "x", { locale: "en", names, room: 20 });
  expect(pasted.ok ? [] : pasted.problems.map(({ key }) => key)).toEqual(["paste.cells"]);
  expect(performance.now() - began).toBeLessThan(3000);
});
