import type { useTranslations } from "next-intl";
import { kindIn, patternOf } from "@/lib/applications/places";

/** Speaks all messages, on the server and in the browser. */
export type Say = ReturnType<typeof useTranslations<never>>;

const party = ["name", "addressLines", "city", "region", "postalCode", "country"] as const;
const row = [
  "category",
  "carats",
  "usd",
  "mine",
  "notes",
  "facilityName",
  "facilityPlace",
  "concentratesFrom",
  "statedOrigin",
] as const;

/** What the pages call a field: "Row 2: Value". `field` is its name in the section's form. */
export function fieldWords(section: string, field: string, say: Say): string {
  const indexes = [...field.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1);
  const n = indexes[0] ?? 1;
  const words = inForm(section, patternOf(field), say) ?? field;
  if (/^origins\[\d+\]\./.test(field)) return say("differences.row", { n, what: words });
  if (field.startsWith("hsLines[")) return say("differences.line", { n, what: words });
  return field.startsWith("seals[") ? say("differences.seal", { n }) : words;
}

/** The label of a field without the number of its row; null where the form has no such field. */
function inForm(section: string, pattern: string, say: Say): string | null {
  const inParty = party.find((name) => pattern.endsWith(`.${name}`));
  switch (section) {
    case "applicant":
      if (pattern === "exporterIsDifferent") return say("application.applicant.exporter");
      return inParty ? say(`application.applicant.${inParty}`) : null;
    case "consignee":
      if (pattern === "destination") return say("application.consignee.destination");
      return inParty ? say(`application.consignee.${inParty}`) : null;
    case "delivery":
      return say("application.delivery.legend");
    case "origin":
      return inRow(pattern.replace("origins[].", ""), say);
    case "documents": {
      const kind = kindIn(pattern);
      return kind && say(`documents.kinds.${kind}`);
    }
    case "goods":
      switch (pattern) {
        case "hsLines[].subheading":
          return say("application.goods.subheading");
        case "hsLines[].polished":
          return say("application.goods.polished.question");
        case "hsLines[].carats":
          return say("application.goods.carats");
        case "hsLines[].usd":
          return say("application.goods.usd");
        case "containerCount":
          return say("application.goods.containerCount");
        case "seals":
          return say("application.goods.seals");
        case "parcels":
          return say("application.goods.parcels");
        case "semaPermit":
          return say("application.goods.permit");
      }
  }
  return null;
}

/** The label of a field of an origin row. */
export function inRow(field: string, say: Say): string | null {
  const [axis, part] = field.split(".");
  if (axis === "latitude" || axis === "longitude") {
    const where = say(`application.origin.${axis}`);
    if (part !== "degrees" && part !== "minutes") return where;
    return `${where}, ${say(`application.origin.${part}`)}`;
  }
  if (field === "importCertificateId") return say("application.origin.certificate");
  const known = row.find((name) => name === field);
  return known ? say(`application.origin.${known}`) : null;
}
