import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { SearchGroup } from "@/lib/search/queries/search";
import { searchAddress } from "@/lib/search/schema";
import { ResultTable } from "./result-table";

/** The best of one kind, and where all of it is. */
export async function ResultGroup({ group, text }: { group: SearchGroup; text: string }) {
  const t = await getTranslations("search");
  const { kind, hits, more } = group;
  const id = `${kind}-title`;
  return (
    <section className="sec" aria-labelledby={id}>
      <h2 id={id}>{t(`kinds.${kind}`)}</h2>
      <ResultTable
        hits={hits}
        caption={
          more
            ? t("captionMore", { count: String(hits.length) })
            : t("caption", { count: hits.length })
        }
      />
      {more ? (
        <p>
          <PageLink href={{ pathname: "/office/search", query: searchAddress({ text, kind }) }}>
            {t(`showAll.${kind}`)}
          </PageLink>
        </p>
      ) : null}
    </section>
  );
}
