import { useLocale, useTranslations } from "next-intl";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import type { AnswerNames } from "@/lib/applications/answer-names";
import { SummaryList, type SummaryRow } from "@/components/record/summary-list";
import type { Answers } from "@/lib/applications/answers";
import { asksIfPolished } from "@/lib/applications/polished";
import { showDecimal } from "@/lib/forms/numbers";

interface Props {
  answers: Answers;
  names: AnswerNames;
  change?: ChangeLink;
}

/** Tariff lines, containers and seals, read back. */
export function GoodsAnswers({ answers, names: { reference }, change }: Props) {
  const t = useTranslations("application.answers");
  const goods = useTranslations("application.goods");
  const polished = useTranslations("application.goods.polished.answer");
  const locale = useLocale();
  const { hsLines = [], containerCount, parcels, seals = [], semaPermit } = answers.goods ?? {};
  const tariff = (code: string | undefined) => {
    const found = reference.subheadings.find((each) => each.code === code);
    if (!found) return code ?? "–";
    return `${found.code} ${locale === "fr" ? found.textFr : found.textEn}`;
  };
  const lines: SummaryRow[] = hsLines.map((line, i) => ({
    term: hsLines.length > 1 ? goods("line", { n: i + 1 }) : goods("subheading"),
    text: [
      tariff(line.subheading),
      [
        line.carats ? showDecimal(line.carats, locale, "carats") : null,
        line.usd ? showDecimal(line.usd, locale, "usd") : null,
      ]
        .filter(Boolean)
        .join(", "),
      ...(asksIfPolished(line.subheading) && line.polished ? [polished(line.polished)] : []),
    ],
    act: change?.(`hsLines[${i}].subheading`, t("line", { n: i + 1 })),
  }));
  const whole = (value: string | undefined) => /^\d+$/.test(value ?? "");
  return (
    <SummaryList
      rows={[
        ...(lines.length > 0
          ? lines
          : [
              {
                term: goods("subheading"),
                text: t("noLines"),
                act: change?.("hsLines[0].subheading", goods("subheading")),
              },
            ]),
        {
          term: t("containers"),
          text:
            whole(containerCount) && whole(parcels)
              ? t("containersText", {
                  containers: Number(containerCount),
                  parcels: Number(parcels),
                })
              : [containerCount, parcels].filter(Boolean).join(", "),
          act: change?.("containerCount", t("containers")),
        },
        {
          term: t("seals"),
          text: seals.map((seal, i) => (
            <span className="mono" key={i}>
              {seal}
            </span>
          )),
          act: change?.("seals", t("seals")),
        },
        ...(semaPermit
          ? [{ term: t("permit"), text: semaPermit, act: change?.("semaPermit", t("permit")) }]
          : []),
      ]}
    />
  );
}
