import { createTranslator } from "next-intl";
import type { ReceiptDifference } from "@/lib/certificates/receipt/differences";
import type { ReceiptFacts } from "@/lib/certificates/receipt/facts";
import { dateInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import type { ConfirmationContent } from "@/lib/imports/pdf/confirmation-content";
import { officeEmail, officePhone } from "@/lib/office";
import type { Language } from "@/prisma/generated/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr };

export interface StoredReceipt {
  readonly id: string;
  /** 1, 2 …: each takes the place of those before. */
  readonly place: number;
  readonly facts: ReceiptFacts;
  readonly differences: readonly ReceiptDifference[];
  readonly at: Date;
  /** The destination, in both languages. */
  readonly destination: { readonly en: string; readonly fr: string };
}

/** The receipt of a confirmed import in one language: the letter of the office to both sides. */
export function receiptContent(receipt: StoredReceipt, language: Language): ConfirmationContent {
  const t = createTranslator({
    locale: language,
    messages: messages[language],
    namespace: "importReceipt",
  });
  const { facts, differences, at } = receipt;
  const { number, remarks } = facts;
  const list = differences.map((one) => t(`differs.${one}`)).join(", ");
  return {
    language,
    department: t("letter.department"),
    office: t("letter.office"),
    date: showDate(dateInOttawa(at), language),
    to: [facts.authority, receipt.destination[language]],
    title: t("letter.title", { number }),
    text: [t("letter.arrived", { number }), ...(receipt.place > 1 ? [t("letter.corrects")] : [])],
    rows: [
      { term: t("rows.number"), lines: [number] },
      { term: t("rows.participant"), lines: [receipt.destination[language]] },
      { term: t("rows.receivedOn"), lines: [showDate(facts.receivedOn, language)] },
      { term: t("rows.parcels"), lines: [String(facts.parcels)] },
      { term: t("rows.carats"), lines: [showDecimal(facts.carats, language, "carats")] },
      { term: t("rows.usd"), lines: [showDecimal(facts.usd, language, "usd")] },
      { term: t("rows.subheadings"), lines: [facts.subheadings.join(", ")] },
      { term: t("rows.seals"), lines: [t(facts.sealsIntact ? "rows.intact" : "rows.broken")] },
      ...(remarks === null ? [] : [{ term: t("rows.remarks"), lines: remarks.split("\n") }]),
      { term: t("rows.by"), lines: [facts.name, facts.role, facts.authority] },
      { term: t("rows.differs"), lines: [list || t("differs.none")] },
      { term: t("done.id"), lines: [receipt.id] },
    ],
    close: t("letter.close"),
    by: [t("letter.office")],
    foot: t("letter.foot", { email: officeEmail, phone: officePhone }),
  };
}
