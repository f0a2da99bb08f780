import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenChanges } from "./_parts/open-changes";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { listKinds, listOpenChanges } from "@/lib/amendments/queries/overview";
import { requireOfficer } from "@/lib/auth/current";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.reference");
  return { title: t("title") };
}

/** Every kind of reference data, what changed last, and what waits for a second administrator. */
export default async function ReferencePage() {
  const viewer = await requireOfficer();
  const [all, open] = await Promise.all([listKinds(viewer), listOpenChanges(viewer)]);
  const t = await getTranslations("office.reference");
  const times = await deskTimes();
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      {open.length > 0 ? <OpenChanges changes={open} /> : null}
      <table className="t cards">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("columns.kind")}</th>
            <th scope="col" className="num">
              {t("columns.rows")}
            </th>
            <th scope="col">{t("columns.last")}</th>
            <th scope="col">{t("columns.waiting")}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ kind, rows, last, waiting }) => (
            <tr key={kind}>
              <th scope="row">
                <PageLink href={{ pathname: "/office/reference/[kind]", params: { kind } }}>
                  {t(`kinds.${kind}.title`)}
                </PageLink>
                <span className="sub">{t(`kinds.${kind}.text`)}</span>
              </th>
              <td className="num" data-l={t("columns.rows")}>
                {rows}
              </td>
              <td data-l={t("columns.last")}>
                {last ? (
                  <PageLink
                    href={{
                      pathname: "/office/reference/changes/[changeId]",
                      params: { changeId: last.changeId },
                    }}
                  >
                    {t("lastChange", { when: times.moment(last.at), by: last.by })}
                  </PageLink>
                ) : (
                  t("asDelivered")
                )}
              </td>
              <td data-l={t("columns.waiting")}>
                {waiting > 0 ? (
                  <span className="tag tag--amber">{t("waitingCount", { count: waiting })}</span>
                ) : (
                  t("nothing")
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
