import { createTranslator } from "next-intl";
import type { AnswerNames } from "@/lib/applications/answer-names";
import { answeredSections, grouped, type Part } from "@/lib/applications/pdf/answered-sections";
import { sections } from "@/lib/applications/sections";
import type { Snapshot } from "@/lib/applications/snapshot";
import { showDate } from "@/lib/forms/dates";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Language } from "@/prisma/generated/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr };

/** Everything that a receipt says, in one language. */
export interface ReceiptContent {
  readonly language: Language;
  readonly title: string;
  readonly department: string;
  readonly office: string;
  readonly which: string;
  readonly notCertificate: string;
  readonly key: readonly { readonly term: string; readonly lines: readonly string[] }[];
  readonly numberTerm: string;
  readonly number: string;
  readonly sections: readonly { readonly title: string; readonly parts: readonly Part[] }[];
  readonly fingerprintTerm: string;
  readonly fingerprint: string;
  readonly foot: string;
  page(page: number, of: number): string;
}

/**
 * What was submitted, as the receipt says it: a function of the snapshot and the names that were frozen
 * with it. What was typed is never translated. `fingerprint` is SHA-256 of the stored snapshot, in hexadecimal.
 */
export function receiptContent(
  snapshot: Snapshot,
  names: AnswerNames["reference"],
  fingerprint: string,
  language: Language,
): ReceiptContent {
  const t = createTranslator({ locale: language, messages: messages[language] });
  const { applicant, declarations, number, onPaper } = snapshot;
  const answered = answeredSections(snapshot, names, language);
  const which = t("receipt.pdf.which", { version: snapshot.submissionVersion });
  const [declared] = declarations;
  const format = formatterFor(language);
  /** An instant on the office's clock: the day, then the time. */
  const dayAndTime = (iso: string) => {
    const at = new Date(iso);
    const time = t("receipt.pdf.time", { time: format.time24(at) });
    return [format.dateTime(at, { dateStyle: "long" }), time];
  };
  const titles = [
    ...sections.flatMap((section) =>
      section === "summary" ? [] : [{ title: t(`sections.${section}`), parts: answered[section] }],
    ),
    {
      title: t("summary.declarations"),
      parts: [
        {
          kind: "ticked" as const,
          texts: declarations.map(
            ({ kind, textEn, textFr }) =>
              `${t(`summary.${kind}`)}${language === "fr" ? "\u00A0" : ""}: ${language === "fr" ? textFr : textEn}`,
          ),
          made: declared
            ? t("receipt.pdf.made", {
                name: declared.by.name,
                when: dayAndTime(declared.at).join(", "),
                versions: [...new Set(declarations.map(({ textVersion }) => textVersion))].join(
                  ", ",
                ),
              })
            : "",
        },
      ],
    },
    {
      title: t("receipt.next"),
      parts: [
        {
          kind: "steps" as const,
          steps: [
            snapshot.promisedBy
              ? t("receipt.pdf.steps.decision", {
                  when: dayAndTime(snapshot.promisedBy).join(", "),
                })
              : t("receipt.pdf.steps.oneDay"),
            t("receipt.pdf.steps.follow"),
            t("receipt.pdf.steps.changes"),
          ],
        },
      ],
    },
  ];
  return {
    language,
    title: t("receipt.pdf.title"),
    department: t("receipt.pdf.department"),
    office: t("receipt.pdf.office"),
    which,
    notCertificate: t("receipt.pdf.notCertificate"),
    numberTerm: t("receipt.pdf.number"),
    number,
    key: [
      { term: t("receipt.pdf.number"), lines: [number] },
      { term: t("receipt.pdf.received"), lines: dayAndTime(snapshot.submittedAt) },
      { term: t("receipt.pdf.by"), lines: [applicant.individual.name, applicant.legalName] },
      ...(onPaper
        ? [
            {
              term: t("receipt.pdf.onPaper"),
              lines: [
                showDate(onPaper.receivedOn, language),
                t("receipt.pdf.enteredBy", { name: onPaper.enteredBy.name }),
              ],
            },
          ]
        : []),
    ],
    sections: titles.map(({ title, parts: all }, i) => ({
      title: `${i + 1}. ${title}`,
      parts: all,
    })),
    fingerprintTerm: t("receipt.pdf.fingerprint"),
    fingerprint: grouped(fingerprint, 8),
    foot: t("receipt.pdf.foot", { number, which }),
    page: (page, of) => t("receipt.pdf.page", { page, of }),
  };
}
