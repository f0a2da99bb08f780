import type { OriginRow } from "@/lib/applications/answers";
import type { OriginNames } from "@/lib/applications/paste/lookups";
import { writtenOrigin } from "@/lib/applications/paste/written";
import type { Language } from "@/prisma/generated/enums";

/** A row of each category as it may be pasted, with a mine and a certificate of the reader's own lists. */
export function pasteExample(
  { reference, certificates }: OriginNames,
  locale: Language,
): string[][] {
  const mine = reference.mines.find(({ status }) => status === "operating") ?? reference.mines[0];
  const certificate = certificates[0] ?? { id: "example", number: "BW0078214", issuer: "BW" };
  const id = "example";
  const rows: OriginRow[] = [
    { id, category: "new_production", carats: "1204.35", usd: "118026.30", mine: mine?.code ?? "" },
    {
      id,
      category: "previously_imported",
      carats: "180.25",
      usd: "41457.50",
      importCertificateId: certificate.id,
    },
    {
      id,
      category: "exploration",
      carats: "12.40",
      usd: "1091.20",
      facilityName: "Kennady North",
      facilityPlace: "Kennady Lake",
      latitude: { degrees: "63", minutes: "28.5" },
      longitude: { degrees: "109", minutes: "11.0" },
    },
    {
      id,
      category: "extraction",
      carats: "3.75",
      usd: "420.00",
      facilityName: "Geolabs",
      facilityPlace: "Saskatoon",
      concentratesFrom: "outside_canada",
      statedOrigin: "BW",
    },
    {
      id,
      category: "in_canada_before_2003",
      carats: "2.10",
      usd: "630.00",
      statedOrigin: "unknown",
    },
  ];
  const names = { reference, certificates: [...certificates, certificate] };
  return rows.map((row) => writtenOrigin(row, names, locale));
}
