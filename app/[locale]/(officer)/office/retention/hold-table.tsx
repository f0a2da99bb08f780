import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { Hold } from "@/lib/retention/queries/find-retention";

interface Props {
  holds: readonly Hold[];
  /** Whether the reader may end them. */
  keeps: boolean;
}

const columns = ["on", "reason", "by", "end"] as const;

/** Open holds, then ended ones. */
export async function HoldTable({ holds, keeps }: Props) {
  const t = await getTranslations("office.retention.holds");
  const times = await deskTimes();
  return (
    <table className="t cards">
      <caption>{t("caption", { count: holds.filter(({ end }) => end === null).length })}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holds.map(({ id, on, reason, by, at, end }) => (
          <tr key={id}>
            <th scope="row">{on}</th>
            <td data-l={t("reason")} className="written">
              {reason}
            </td>
            <td data-l={t("by")}>{t("setOn", { by, when: times.near(at) })}</td>
            <td data-l={t("end")}>
              {end ? (
                <>
                  <span className="tag tag--none">{t("ended")}</span>{" "}
                  {t("setOn", { by: end.by, when: times.near(end.at) })}
                  <span className="sub written">{end.reason}</span>
                </>
              ) : (
                <>
                  <span className="tag tag--amber">{t("open")}</span>{" "}
                  {keeps ? (
                    <PageLink
                      href={{ pathname: "/office/retention/[holdId]", params: { holdId: id } }}
                    >
                      {t("endNamed", { name: on })}
                    </PageLink>
                  ) : null}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
