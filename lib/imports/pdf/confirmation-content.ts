import { createTranslator } from "next-intl";
import { dateInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import type { ConfirmationFacts } from "@/lib/imports/confirmation";
import { officeEmail, officePhone } from "@/lib/office";
import type { Language } from "@/prisma/generated/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr };

/** The letter in one language: what it says, from top to bottom. */
export interface ConfirmationContent {
  readonly language: Language;
  readonly department: string;
  readonly office: string;
  readonly date: string;
  readonly to: readonly string[];
  readonly title: string;
  readonly text: readonly string[];
  readonly rows: readonly { readonly term: string; readonly lines: readonly string[] }[];
  readonly close: string;
  readonly by: readonly string[];
  readonly foot: string;
}

export function confirmationContent(
  facts: ConfirmationFacts,
  at: Date,
  language: Language,
): ConfirmationContent {
  const t = createTranslator({
    locale: language,
    messages: messages[language],
    namespace: "confirmation.letter",
  });
  const day = (iso: string) => showDate(iso, language);
  const name = language === "en" ? facts.issuer.nameEn : facts.issuer.nameFr;
  const { remarks, originalReceivedOn } = facts;
  return {
    language,
    department: t("department"),
    office: t("office"),
    date: day(dateInOttawa(at)),
    to: [facts.authority, name],
    title: t("title", { number: facts.number }),
    text: [t("arrived", { number: facts.number, issued: day(facts.issuedOn) }), t("details")],
    rows: [
      { term: t("number"), lines: [facts.number] },
      { term: t("imported"), lines: [day(facts.importedOn)] },
      { term: t("parcels"), lines: [String(facts.parcels)] },
      { term: t("mass"), lines: [showDecimal(facts.carats, language, "carats")] },
      { term: t("value"), lines: [showDecimal(facts.valueUsd, language, "usd")] },
      { term: t("subheadings"), lines: [facts.subheadings.join(", ")] },
      { term: t("importer"), lines: facts.importer },
      { term: t("exporter"), lines: facts.exporter },
      {
        term: t("original"),
        lines: [originalReceivedOn ? day(originalReceivedOn) : t("notYet")],
      },
      ...(remarks ? [{ term: t("remarks"), lines: remarks.split("\n") }] : []),
    ],
    close: t("close"),
    by: [
      facts.by.name,
      (language === "en" ? facts.by.title : facts.by.titleFr) || t("officer"),
      t("office"),
    ],
    foot: t("foot", { email: officeEmail, phone: officePhone }),
  };
}
