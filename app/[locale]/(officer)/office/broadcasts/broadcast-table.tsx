import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { BroadcastRow } from "@/lib/broadcasts/queries";
import { BroadcastStateTag, UrgentTag } from "./state-tag";

const columns = ["what", "for", "from", "until", "state"] as const;

/** Announcements by their title in the reader's language. */
export async function BroadcastTable({ rows }: { rows: readonly BroadcastRow[] }) {
  const t = await getTranslations("office.broadcasts");
  const fr = (await getLocale()) === "fr";
  const times = await deskTimes();
  return (
    <table className="t cards">
      <caption>{t("caption")}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <PageLink
                href={{
                  pathname: "/office/broadcasts/[broadcastId]",
                  params: { broadcastId: row.id },
                }}
              >
                {fr ? row.titleFr : row.titleEn}
              </PageLink>{" "}
              {row.urgent ? <UrgentTag /> : null}
            </th>
            <td data-l={t("columns.for")}>
              {row.everybody ? t("everybody") : t("exporters", { count: row.exporters })}
            </td>
            <td data-l={t("columns.from")}>{times.moment(row.shownFrom)}</td>
            <td data-l={t("columns.until")}>{times.moment(row.shownUntil)}</td>
            <td data-l={t("columns.state")}>
              <BroadcastStateTag state={row.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
