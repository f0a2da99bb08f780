import { useLocale, useTranslations } from "next-intl";
import { SummaryList } from "@/components/record/summary-list";
import type { ReceiptDifference } from "@/lib/certificates/receipt/differences";
import type { ReceiptFacts } from "@/lib/certificates/receipt/facts";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";

interface Props {
  facts: ReceiptFacts;
  differences: readonly ReceiptDifference[];
  record: CertificateRecord;
}

/** What the importing authority said, and where it differs, what the certificate says. */
export function ReceiptRows({ facts, differences, record }: Props) {
  const t = useTranslations("importReceipt");
  const locale = useLocale();
  const carats = (figure: string) => showDecimal(figure, locale, "carats");
  const usd = (figure: string) => showDecimal(figure, locale, "usd");
  const beside = (difference: ReceiptDifference, said: string, printed: string) =>
    differences.includes(difference)
      ? [
          said,
          <strong key="printed" className="tag tag--amber">
            {t("office.certificate", { value: printed })}
          </strong>,
        ]
      : said;
  const subheadings = record.lines.map(({ hs }) => hs).toSorted();
  return (
    <SummaryList
      rows={[
        { term: t("rows.receivedOn"), text: showDate(facts.receivedOn, locale) },
        {
          term: t("rows.parcels"),
          text: beside("parcels", String(facts.parcels), String(record.parcels)),
        },
        {
          term: t("rows.carats"),
          text: beside("carats", carats(facts.carats), carats(record.totals.carats)),
        },
        { term: t("rows.usd"), text: beside("value", usd(facts.usd), usd(record.totals.usd)) },
        {
          term: t("rows.subheadings"),
          text: beside("subheadings", facts.subheadings.join(", "), subheadings.join(", ")),
        },
        { term: t("rows.seals"), text: t(facts.sealsIntact ? "rows.intact" : "rows.broken") },
        ...(facts.remarks === null
          ? []
          : [{ term: t("rows.remarks"), text: facts.remarks.split("\n") }]),
        { term: t("rows.by"), text: [facts.name, facts.role, facts.authority] },
        ...(differences.length === 0
          ? []
          : [
              {
                term: t("rows.differs"),
                text: differences.map((one) => t(`differs.${one}`)).join(", "),
              },
            ]),
      ]}
    />
  );
}
