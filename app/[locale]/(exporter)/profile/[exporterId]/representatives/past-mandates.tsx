import { useLocale, useTranslations } from "next-intl";
import type { Representatives } from "@/lib/exporters/queries/representatives";
import { showDate } from "@/lib/forms/dates";

/** Mandates that have ended, the newest 50. */
export function PastMandates({ past }: { past: NonNullable<Representatives["forOwner"]>["past"] }) {
  const t = useTranslations("representatives");
  const locale = useLocale();
  const day = (date: string | null) => (date ? showDate(date, locale) : "–");
  if (past.length === 0) return null;
  return (
    <>
      <h2>{t("past")}</h2>
      <table className="table--stack">
        <caption className="visually-hidden">{t("pastTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("may")}</th>
            <th scope="col">{t("period")}</th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ id, name, kind, from, to }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-label={t("may")}>
                {kind === "owner" ? t("kindOwner") : t("kindRepresentative")}
              </td>
              <td data-label={t("period")}>{t("fromTo", { from: day(from), to: day(to) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
