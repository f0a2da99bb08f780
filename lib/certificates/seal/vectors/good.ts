import { ordinary } from "@/lib/certificates/record/fixtures";
import { SPECIMEN_NUMBER } from "@/lib/certificates/record/number";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import type { SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import type { PrivateKey } from "@/lib/certificates/keys/jwk";

/** A record to be sealed, with the key that seals it. */
export interface Good {
  readonly name: string;
  readonly record: SealableRecord;
  readonly key?: PrivateKey;
}

const place = (code: string, en: string, fr: string) => ({ code, en, fr });
const canada = place("CA", "Canada", "Canada");
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => `CA-NT ${String(48213 + i).padStart(7, "0")}`);

/** The ordinary record with changes. Its own schema limits seals to what an application takes today; a seal does not. */
const record = (
  changes: Partial<CertificateRecord> = {},
  seals: string[] = numbered(3),
): SealableRecord => ({ ...ordinary(changes), seals, statusIndex: 73_512 });

const line = (hs: "7102.10" | "7102.21" | "7102.31", carats: string, usd: string) => ({
  hs,
  carats,
  usd,
  description: { en: "Unsorted", fr: "Non triés" },
});

export const goodRecords: readonly Good[] = [
  { name: "one line", record: record() },
  {
    name: "one line of one mine",
    record: record({
      lines: [{ ...line("7102.10", "12480.35", "1348920.50"), source: "GK" }],
    }),
  },
  {
    name: "three lines",
    record: record({
      lines: [
        line("7102.10", "10000.00", "1000000.00"),
        line("7102.21", "0.35", "20.50"),
        line("7102.31", "2480.00", "348900.00"),
      ],
    }),
  },
  {
    name: "mixed origin",
    record: record({ origin: [canada, place("BW", "Botswana", "Botswana")] }),
  },
  { name: "origin not known", record: record({ origin: [] }) },
  { name: "one seal", record: record({}, ["A1"]) },
  { name: "20 seals", record: record({}, numbered(20)) },
  { name: "21 seals, as their number and their hash", record: record({}, numbered(21)) },
  { name: "500 seals, as their number and their hash", record: record({}, numbered(500)) },
  {
    name: "10 prior certificates",
    record: record({
      prior: Array.from({ length: 10 }, (_, i) => ({
        number: `BW${String(i + 1).padStart(8, "0")}`,
        issuer: "BW",
        carats: "100.00",
      })),
    }),
  },
  { name: "replacement", record: record({ number: "CA00001874", replaces: "CA00001873" }) },
  {
    name: "accents, and a party without a city",
    record: record({
      exporter: {
        name: "Société d’évaluation de l’Île-Élisabeth ltée",
        addressLines: ["Łódź"],
        country: canada,
      },
    }),
  },
  {
    name: "specimen, sealed with the key of specimens",
    record: record({ number: SPECIMEN_NUMBER }),
    key: testKeys.specimen,
  },
];
