import type { Words } from "./words/words";

/** Where the certificate prints another name than browsers know: those of the Schedule and of our reference data. */
const printed: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  CD: ["Democratic Republic of the Congo", "République démocratique du Congo"],
  CG: ["Republic of the Congo", "République du Congo"],
  CI: ["Ivory Coast", "Côte d’Ivoire"],
  GB: [
    "United Kingdom of Great Britain and Northern Ireland",
    "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
  ],
  GY: ["Guyana", "Guyane"],
  HK: ["Hong Kong", "Hong Kong"],
  KR: ["Republic of Korea", "République de Corée"],
  LR: ["Liberia", "Liberia"],
  MO: ["Macao", "Macao"],
  RE: ["Réunion", "La Réunion"],
  RU: ["Russian Federation", "Fédération de Russie"],
  TR: ["Turkey", "Turquie"],
  TW: [
    "The Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu",
    "Territoire douanier distinct de Taiwan, Penghu, Kinmen et Matsu",
  ],
  US: ["United States of America", "États-Unis d’Amérique"],
  VE: ["Venezuela", "Venezuela"],
};

/** The name of a country or participant as a certificate prints it; its code where nobody knows one. */
export function nameOf(code: string, { locale }: Words): string {
  const own = printed[code]?.[locale === "en-CA" ? 0 : 1];
  if (own) return own;
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}
