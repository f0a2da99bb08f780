import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { PageLink } from "@/components/layout/page-link";
import type { OpenChange } from "@/lib/amendments/queries/overview";

/** What waits for a second administrator. */
export async function OpenChanges({ changes }: { changes: readonly OpenChange[] }) {
  const t = await getTranslations("office.reference.waiting");
  const words = await referenceWords();
  const times = await deskTimes();
  return (
    <section className="box" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t("title")}</h2>
      <table className="t cards">
        <caption>{t("caption", { count: changes.length })}</caption>
        <thead>
          <tr>
            {(["change", "from", "proposed", "waits"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, kind, key, rows, immediate, effectiveFrom, ...change }) => (
            <tr key={id}>
              <th scope="row">
                <PageLink
                  href={{
                    pathname: "/office/reference/changes/[changeId]",
                    params: { changeId: id },
                  }}
                >
                  {words.kind(kind)}, {rows === 1 ? key : t("rows", { count: rows })}
                </PageLink>
                {immediate ? <span className="tag tag--red">{t("immediate")}</span> : null}
              </th>
              <td data-l={t("columns.from")}>{words.date(effectiveFrom)}</td>
              <td data-l={t("columns.proposed")}>
                {change.by}
                <span className="sub">{times.moment(change.proposedAt)}</span>
              </td>
              <td data-l={t("columns.waits")}>{t(change.byViewer ? "other" : "any")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
