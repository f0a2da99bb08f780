import { SPECIMEN_CHECK_CODE } from "@/lib/certificates/record/check-code";
import { NBSP } from "@/lib/certificates/record/figures";
import { SPECIMEN_NUMBER } from "@/lib/certificates/record/number";
import { certificateRecordOf } from "@/lib/certificates/record/record";

const address = ["123 Specimen Street / 123, rue du Spécimen", `Ottawa (Ontario) K1A${NBSP}0E4`];
const canada = { code: "CA", en: "Canada", fr: "Canada" };
const line = (hs: "7102.10" | "7102.21" | "7102.31", en: string, fr: string) => ({
  hs,
  carats: "100.00",
  usd: "1000.00",
  description: { en, fr },
});

/** What is in no certificate: a value in each field, for paper to be tried with. */
export const SPECIMEN = certificateRecordOf({
  schema: 1,
  number: SPECIMEN_NUMBER,
  issued: "2000-01-01",
  expires: "2000-03-01",
  origin: [canada],
  destination: canada,
  exporter: { name: "Exporter / Exportateur", addressLines: address, country: canada },
  consignee: { name: "Consignee / Destinataire", addressLines: address, country: canada },
  lines: [
    line("7102.10", "Unsorted", "Non triés"),
    line("7102.21", "Industrial", "Industriels"),
    line("7102.31", "Non-industrial", "Non industriels"),
  ],
  totals: { carats: "300.00", usd: "3000.00" },
  parcels: 3,
  seals: Array.from({ length: 8 }, (_, i) => `SPECIMEN ${i + 1}`),
  notes: [{ text: "Explanatory notes / Notes explicatives" }],
  authorizedBy: {
    id: "specimen",
    name: "Authorized person / Personne autorisée",
    titleEn: "Title",
    titleFr: "Titre",
  },
  prior: [],
  checkCode: SPECIMEN_CHECK_CODE,
});
