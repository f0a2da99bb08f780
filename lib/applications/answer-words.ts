import { createTranslator } from "next-intl";
import type { AnswerNames } from "@/lib/applications/answer-names";
import { categories, type Answers, type OriginRow } from "@/lib/applications/answers";
import type { Leaf } from "@/lib/applications/merge";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { showDecimal } from "@/lib/forms/numbers";
import { kindOf, type FormSchema } from "@/lib/forms/parse-form";
import { showValue } from "@/lib/forms/show-form";
import type { Locale } from "@/lib/i18n/routing";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr: fr as typeof en };
const translators = {
  en: createTranslator({ locale: "en", messages: messages.en }),
  fr: createTranslator({ locale: "fr", messages: messages.fr }),
};

/** The key comes from the list below, which the translator's types cannot follow with their blanks. */
type Translate = (key: string) => string;

/** Of each field of a section's form its label. */
const labels: Readonly<Record<AnsweredSection, Readonly<Record<string, readonly string[]>>>> = {
  applicant: {
    exporterIsDifferent: ["application.applicant.different"],
    "exporter.name": ["application.applicant.name"],
    "exporter.addressLines": ["application.applicant.addressLines"],
    "exporter.city": ["application.applicant.city"],
    "exporter.region": ["application.applicant.region"],
    "exporter.postalCode": ["application.applicant.postalCode"],
    "exporter.country": ["application.applicant.country"],
  },
  delivery: { to: ["application.delivery.legend"] },
  consignee: {
    destination: ["application.consignee.destination"],
    "consignee.name": ["application.consignee.name"],
    "consignee.addressLines": ["application.consignee.addressLines"],
    "consignee.city": ["application.consignee.city"],
    "consignee.region": ["application.consignee.region"],
    "consignee.postalCode": ["application.consignee.postalCode"],
    "consignee.country": ["application.consignee.country"],
  },
  origin: {
    category: ["application.origin.category"],
    carats: ["application.origin.carats"],
    usd: ["application.origin.usd"],
    mine: ["application.origin.mine"],
    notes: ["application.origin.notes"],
    importCertificateId: ["application.origin.certificate"],
    facilityName: ["application.origin.facilityName"],
    facilityPlace: ["application.origin.facilityPlace"],
    "latitude.degrees": ["application.origin.latitude", "application.origin.degrees"],
    "latitude.minutes": ["application.origin.latitude", "application.origin.minutes"],
    "longitude.degrees": ["application.origin.longitude", "application.origin.degrees"],
    "longitude.minutes": ["application.origin.longitude", "application.origin.minutes"],
    concentratesFrom: ["application.origin.concentratesFrom"],
    statedOrigin: ["application.origin.statedOrigin"],
  },
  goods: {
    subheading: ["application.goods.subheading"],
    polished: ["application.goods.polished.question"],
    carats: ["application.goods.carats"],
    usd: ["application.goods.usd"],
    containerCount: ["application.goods.containerCount"],
    seals: ["application.goods.seals"],
    parcels: ["application.goods.parcels"],
    semaPermit: ["application.goods.permit"],
  },
};

/** What a field asks, with its row: "Row 2: Exploration, Mass". `answers` are those in which it stands. */
export function fieldLabel(
  section: AnsweredSection,
  field: string,
  answers: Answers[AnsweredSection],
  locale: Locale,
): string {
  const t = translators[locale];
  const [, index, rest = field] = /^\w+\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
  const names = (labels[section][rest] ?? []).map((label) => (t as unknown as Translate)(label));
  if (index === undefined) return names.join(", ");
  const n = Number(index) + 1;
  if (section === "goods") {
    const line = field.startsWith("hsLines") ? t("application.goods.line", { n }) : "";
    return [line, ...names].filter(Boolean).join(", ");
  }
  const rows: readonly OriginRow[] = (answers as Answers["origin"])?.origins ?? [];
  const category = rows[n - 1]?.category ?? categories[0];
  const row = t("application.origin.row", { n, category: t(`categories.${category}`) });
  return [row, ...names].join(", ");
}

/** An answer as its reader reads it: codes by their names, amounts with their unit. */
export function answerText(
  section: AnsweredSection,
  field: string,
  value: Leaf | null,
  { reference, certificates }: AnswerNames,
  locale: Locale,
): string {
  const t = translators[locale];
  const form: FormSchema<unknown> = sectionForms[section];
  const kind = kindOf(form, field) ?? "text";
  if (value === null) return "";
  if (typeof value === "boolean") return t(value ? "form.clash.ticked" : "form.clash.notTicked");
  if (typeof value !== "string") return value.join(", ");
  if (kind === "carats" || kind === "usd") return showDecimal(value, locale, kind);
  switch (field.replace(/^.*[.\]]/, "")) {
    case "destination":
    case "country":
    case "statedOrigin":
      if (value === "unknown") return t("application.origin.unknown");
      return nameIn(countryNames(reference, value), locale);
    case "mine": {
      const mine = reference.mines.find(({ code }) => code === value);
      return mine ? nameIn(mine, locale) : value;
    }
    case "importCertificateId":
      return certificates.find(({ id }) => id === value)?.number ?? "";
    case "category": {
      const category = categories.find((each) => each === value);
      return category ? t(`categories.${category}`) : value;
    }
    case "concentratesFrom":
      return t(`application.origin.${value === "in_canada" ? "inCanada" : "outsideCanada"}`);
    case "polished":
      return t(`application.goods.polished.${value === "yes" ? "yes" : "no"}`);
    case "to":
      return t(`application.delivery.${value === "exporter" ? "exporter" : "applicant"}`);
    default:
      return showValue(kind, value, locale);
  }
}
