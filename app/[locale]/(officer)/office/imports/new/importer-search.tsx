import { getTranslations } from "next-intl/server";
import { SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { searchExporters, searchPage } from "@/lib/exporters/queries/search";
import { searchText } from "@/lib/forms/search-text";

interface Props {
  viewer: OfficerViewer;
  text: string;
  /** Why the profile that was chosen cannot be it. */
  problem: "own" | "notFound" | null;
}

/** Whose import it was: a search among all profiles, each result a link to the form. */
export async function ImporterSearch({ viewer, text: typed, problem }: Props) {
  const t = await getTranslations("office.imports.importer");
  const text = searchText(typed);
  const { rows, more } = await searchExporters(viewer, text);
  return (
    <>
      <h1>{t("whose")}</h1>
      <p>
        {t("intro")} <PageLink href={{ pathname: "/office/imports" }}>{t("toAnnounced")}</PageLink>
      </p>
      {problem ? <p className="need">{t(problem)}</p> : null}
      <SearchForm href="/office/imports/new" label={t("whose")}>
        <SearchField name="find" label={t("find")} value={text} />
        <div className="line line--c">
          <button className="button">{t("search")}</button>
        </div>
      </SearchForm>
      {text ? (
        <p role="status">
          {more
            ? t("more", { count: searchPage, text })
            : t("results", { count: rows.length, text })}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <ul className="found">
          {rows.map(({ id, legalName, city, province, businessNumber, ownProfile }) => (
            <li key={id}>
              {ownProfile ? (
                <>
                  <b>{legalName}</b> <span className="sub">{t("own")}</span>
                </>
              ) : (
                <PageLink href={{ pathname: "/office/imports/new", query: { importer: id } }}>
                  {legalName}
                </PageLink>
              )}
              <span className="sub">
                {[`${city} (${province})`, businessNumber].filter(Boolean).join(", ")}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
