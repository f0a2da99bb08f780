import type { Answers, OriginRow } from "@/lib/applications/answers";
import { asksIfPolished } from "@/lib/applications/polished";
import { totalsOf } from "@/lib/applications/totals";

/** Invented consignees; any likeness is chance. */
const consignees = {
  EU: {
    name: "Scheldt Rough Trading BV",
    addressLines: ["Hoveniersstraat 902"],
    city: "Antwerpen",
    postalCode: "2018",
    country: "BE",
  },
  AE: {
    name: "Meydan Gem House LLC",
    addressLines: ["Almas Tower, Unit 4107"],
    city: "Dubai",
    country: "AE",
  },
  IN: {
    name: "Surya Cutting Works Pvt Ltd",
    addressLines: ["Plot 17, Ring Road"],
    city: "Surat",
    postalCode: "395002",
    country: "IN",
  },
  IL: {
    name: "Ramat Diamond Exchange Ltd",
    addressLines: ["3 Jabotinsky Street"],
    city: "Ramat Gan",
    country: "IL",
  },
} as const;

interface Shipment {
  readonly to: keyof typeof consignees;
  readonly rows: readonly OriginRow[];
  readonly subheading: string;
  readonly seals: readonly string[];
}

/** Complete answers: one tariff line over all rows, sealed containers, sent to the applicant. */
export function shipment({ to, rows, subheading, seals }: Shipment): Answers {
  const { carats, usd } = totalsOf(rows);
  const consignee = consignees[to];
  return {
    applicant: { exporterIsDifferent: false },
    delivery: { to: "applicant" },
    consignee: {
      destination: to,
      consignee: { ...consignee, addressLines: [...consignee.addressLines] },
    },
    origin: { origins: [...rows] },
    goods: {
      hsLines: [
        { subheading, ...(asksIfPolished(subheading) && { polished: "no" as const }), carats, usd },
      ],
      containerCount: String(seals.length),
      seals: [...seals],
      parcels: String(rows.length),
    },
  };
}

export const mined = (mine: string, carats: string, usd: string, notes?: string): OriginRow => ({
  id: `mine-${mine.toLowerCase().replace("_", "-")}`,
  category: "new_production",
  mine,
  carats,
  usd,
  ...(notes ? { notes } : {}),
});

export const imported = (importCertificateId: string, carats: string, usd: string): OriginRow => ({
  id: `import-${importCertificateId}`,
  category: "previously_imported",
  importCertificateId,
  carats,
  usd,
});
