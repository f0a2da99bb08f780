import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { Sheets } from "@/lib/certificates/queries/find-sheets";

/** The account of blank sheets, newest first. */
export async function MovementTable({ movements }: Pick<Sheets, "movements">) {
  const t = await getTranslations("life");
  const times = await deskTimes();
  if (movements.length === 0) return <p>{t("sheets.empty")}</p>;
  return (
    <table className="t cards">
      <caption className="visually-hidden">{t("sheets.account")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.when")}</th>
          <th scope="col">{t("columns.what")}</th>
          <th scope="col">{t("columns.detail")}</th>
          <th scope="col">{t("columns.who")}</th>
        </tr>
      </thead>
      <tbody>
        {movements.map(({ id, kind, first, last, reason, at, by, certificate }) => (
          <tr key={id}>
            <th scope="row">{times.moment(at)}</th>
            <td data-l={t("columns.what")}>
              {t(`sheets.moves.${kind}`)}{" "}
              {first === last
                ? first
                : t("sheets.range", { first: String(first), last: String(last) })}
            </td>
            <td data-l={t("columns.detail")} className="written">
              {reason}{" "}
              {certificate ? (
                <PageLink
                  href={{
                    pathname: "/office/certificates/[certificateId]",
                    params: { certificateId: certificate.id },
                  }}
                >
                  {certificate.number}
                </PageLink>
              ) : null}
            </td>
            <td data-l={t("columns.who")}>{by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
