import { createTranslator } from "next-intl";
import { addressText } from "@/lib/applications/address-text";
import type { AnswerNames } from "@/lib/applications/answer-names";
import { originDetails } from "@/lib/applications/origin-details";
import { asksIfPolished } from "@/lib/applications/polished";
import type { Section } from "@/lib/applications/sections";
import type { Snapshot } from "@/lib/applications/snapshot";
import { pricePerCarat } from "@/lib/applications/totals";
import { fileSize } from "@/lib/forms/file-size";
import { showDecimal } from "@/lib/forms/numbers";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Language } from "@/prisma/generated/enums";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr };

/** A question and its answer, line by line. */
export interface AnsweredRow {
  readonly term: string;
  readonly lines: readonly string[];
}

export interface Column {
  readonly head: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: "right";
}

/** A part of a section, drawn as what it is. */
export type Part =
  | { readonly kind: "rows"; readonly rows: readonly AnsweredRow[] }
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
    }
  | { readonly kind: "ticked"; readonly texts: readonly string[]; readonly made: string }
  | { readonly kind: "steps"; readonly steps: readonly string[] };

/** The answers of each section, with their labels as the forms have them. What was typed is never translated. */
export function answeredSections(
  snapshot: Snapshot,
  names: AnswerNames["reference"],
  language: Language,
): Record<Exclude<Section, "summary">, readonly Part[]> {
  const t = createTranslator({ locale: language, messages: messages[language] });
  const application = createTranslator({
    locale: language,
    messages: messages[language],
    namespace: "application",
  });
  const { answers, applicant, documents, totals } = snapshot;
  const country = (code: string | undefined) =>
    code ? nameIn(countryNames(names, code), language) : "–";
  const { exporter, exporterIsDifferent } = answers.applicant ?? {};
  const { consignee, destination } = answers.consignee ?? {};
  const { hsLines = [], containerCount = "–", parcels = "–", seals = [] } = answers.goods ?? {};
  const rows = answers.origin?.origins ?? [];
  const answerNames = { reference: names, certificates: snapshot.importCertificates };
  const amount = (value: string | null | undefined) => (value ? showDecimal(value, language) : "–");

  const origin = () => {
    switch (snapshot.origin.kind) {
      case "none":
        return application("origin.derived.none");
      case "unknown":
        return application("origin.derived.unknown");
      case "single":
        return country(snapshot.origin.participant);
      case "mixed": {
        const list = snapshot.origin.participants.map(country).join("; ");
        return application("origin.derived.mixed", { list });
      }
    }
  };
  const tariff = (code: string | undefined) => {
    const found = names.subheadings.find((each) => each.code === code);
    return found ? `${found.code} ${language === "fr" ? found.textFr : found.textEn}` : "–";
  };

  return {
    applicant: [
      {
        kind: "rows",
        rows: [
          { term: application("applicant.applicant"), lines: [applicant.legalName] },
          {
            term: t("receipt.pdf.addressInCanada"),
            lines: addressText({ ...applicant, region: applicant.province }),
          },
          { term: application("applicant.individual"), lines: [applicant.individual.name] },
          {
            term: application("applicant.exporter"),
            lines: exporterIsDifferent
              ? [exporter?.name ?? "–", ...addressText(exporter ?? {}), country(exporter?.country)]
              : [application("applicant.same")],
          },
        ],
      },
    ],
    delivery: [
      {
        kind: "rows",
        rows: [
          {
            term: application("delivery.legend"),
            lines: [answers.delivery?.to ? application(`delivery.${answers.delivery.to}`) : "–"],
          },
        ],
      },
    ],
    consignee: [
      {
        kind: "rows",
        rows: [
          { term: application("consignee.destination"), lines: [country(destination)] },
          {
            term: application("consignee.consigneeHead"),
            lines: [
              consignee?.name ?? "–",
              ...addressText(consignee ?? {}),
              country(consignee?.country),
            ],
          },
        ],
      },
    ],
    origin: [
      {
        kind: "table",
        columns: [
          { head: application("origin.category"), share: 18 },
          { head: t("receipt.pdf.source"), share: 36 },
          { head: application("answers.carats"), share: 16, align: "right" },
          { head: application("answers.usd"), share: 18, align: "right" },
          { head: application("answers.priceShort"), share: 12, align: "right" },
        ],
        rows: rows.map((row) => [
          t(`categories.${row.category}`),
          originDetails(row, answerNames, language, application).join("\n"),
          amount(row.carats),
          amount(row.usd),
          amount(pricePerCarat(row)),
        ]),
        total: [
          t("receipt.pdf.total"),
          "",
          amount(totals.carats),
          amount(totals.usd),
          amount(pricePerCarat(totals)),
        ],
      },
      { kind: "rows", rows: [{ term: application("answers.countryOfOrigin"), lines: [origin()] }] },
    ],
    goods: [
      {
        kind: "table",
        columns: [
          { head: application("goods.subheading"), share: 58 },
          { head: application("answers.carats"), share: 16, align: "right" },
          { head: application("answers.usd"), share: 22, align: "right" },
        ],
        rows: hsLines.map((line) => [
          [
            tariff(line.subheading),
            ...(asksIfPolished(line.subheading) && line.polished
              ? [application(`goods.polished.answer.${line.polished}`)]
              : []),
          ].join("\n"),
          amount(line.carats),
          amount(line.usd),
        ]),
      },
      {
        kind: "rows",
        rows: [
          { term: application("goods.parcels"), lines: [parcels] },
          { term: application("goods.containerCount"), lines: [containerCount] },
          {
            term: application("goods.seals"),
            lines: seals.map((seal, i) => `${i + 1}. ${seal}`),
          },
          ...(answers.goods?.semaPermit
            ? [{ term: application("answers.permit"), lines: [answers.goods.semaPermit] }]
            : []),
        ],
      },
    ],
    documents: [
      {
        kind: "table",
        columns: [
          { head: t("receipt.pdf.document"), share: 38 },
          { head: t("receipt.pdf.kind"), share: 24 },
          { head: t("receipt.pdf.size"), share: 12, align: "right" },
          { head: t("receipt.pdf.sha256"), share: 26 },
        ],
        rows: documents.map(({ name, kind, size, sha256 }) => [
          name,
          t(`documents.kinds.${kind}`),
          fileSize(size, language),
          grouped(sha256.slice(0, 16), 4),
        ]),
      },
    ],
  };
}

/** A fingerprint in groups that an eye can follow. */
export const grouped = (hex: string, length: number): string =>
  (hex.match(new RegExp(`.{1,${length}}`, "g")) ?? []).join(" ");
