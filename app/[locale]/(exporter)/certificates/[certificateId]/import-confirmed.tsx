import { useLocale, useTranslations } from "next-intl";
import type { ImportConfirmation } from "@/lib/certificates/queries/find-confirmation";
import { showDate } from "@/lib/forms/dates";

/** Whether the importing authority has confirmed the import, for the exporter; nothing before the export or an answer. */
export function ImportConfirmed({ confirmation }: { confirmation: ImportConfirmation }) {
  const t = useTranslations("importReceipt");
  const locale = useLocale();
  const { id, receipts, overdue, dueOn, asked } = confirmation;
  const [receipt] = receipts;
  if (!receipt && dueOn === null) return null;
  const list = receipt?.differences.map((one) => t(`differs.${one}`)).join(", ") ?? "";
  const files = `/api/certificates/${id}/receipts/${receipt?.place ?? 1}`;
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">{t("exporter.title")}</h2>
      {receipt ? (
        <>
          <p>
            {t("exporter.confirmed", { date: showDate(receipt.facts.receivedOn, locale) })}{" "}
            {list === ""
              ? t("exporter.same")
              : t(receipt.resolution ? "exporter.cleared" : "exporter.differs", { list })}
          </p>
          <ul>
            <li>
              <a href={`${files}/pdf`}>{t("office.pdf")}</a>
            </li>
            <li>
              <a href={`${files}/jwt`}>{t("office.signed")}</a>
            </li>
          </ul>
        </>
      ) : overdue ? (
        <p className="notice notice--warning">{t("exporter.overdue")}</p>
      ) : (
        <p>{t(asked ? "exporter.waiting" : "exporter.notAsked")}</p>
      )}
    </section>
  );
}
