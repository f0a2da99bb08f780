import { getTranslations } from "next-intl/server";
import { SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { MergeSide } from "@/lib/exporters/merge-figures";
import { searchExporters } from "@/lib/exporters/queries/search";

interface Props {
  viewer: OfficerViewer;
  from: MergeSide;
  text: string;
  /** Whether one is chosen already. */
  again: boolean;
}

/** Which profile is kept: those that are named alike first, or a search among all. */
export async function KeptSearch({ viewer, from, text, again }: Props) {
  const t = await getTranslations("merge.kept");
  const { rows } = await searchExporters(viewer, text);
  const others = rows.filter(({ id }) => id !== from.id);
  const href = {
    pathname: "/office/exporters/[exporterId]/merge",
    params: { exporterId: from.id },
  } as const;
  return (
    <section className="sec" aria-labelledby="kept-title">
      <h2 id="kept-title">{t(again ? "another" : "title")}</h2>
      <SearchForm href={href} label={t("label")}>
        <SearchField name="find" label={t("text")} value={text} wide />
        <div className="line line--c">
          <button className="button button--secondary">{t("button")}</button>
        </div>
      </SearchForm>
      {others.length === 0 ? (
        <p className="note">{t("nothing")}</p>
      ) : (
        <ul className="found">
          {others.map(({ id, legalName, city, province, businessNumber }) => (
            <li key={id}>
              <PageLink href={{ ...href, query: { into: id } }}>{legalName}</PageLink>
              <span className="sub">
                {[`${city} (${province})`, businessNumber].filter(Boolean).join(", ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
