import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { SearchGroup } from "@/lib/search/queries/search";
import { hitHref } from "./hit-href";
import { hitWords } from "./hit-words";

interface Props {
  hits: SearchGroup["hits"];
  caption: string;
}

/** What identifies each, of whom it is, and how it stands; below 700 px each row is a card. */
export async function ResultTable({ hits, caption }: Props) {
  const t = await getTranslations("search.columns");
  const wordsOf = await hitWords();
  return (
    <table className="t cards found-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("found")}</th>
          <th scope="col">{t("of")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => {
          const { title, mono, of, state } = wordsOf(hit);
          return (
            <tr key={hit.id}>
              <th scope="row">
                <PageLink className={mono ? "mono" : undefined} href={hitHref(hit)}>
                  {title}
                </PageLink>
              </th>
              <td data-l={t("of")}>
                {of[0]}
                {of[1] ? <span className="sub">{of[1]}</span> : null}
              </td>
              <td data-l={t("state")}>{state}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
