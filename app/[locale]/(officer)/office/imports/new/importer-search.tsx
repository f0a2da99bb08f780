import { getLocale, getTranslations } from "next-intl/server";
import { pageFormId } from "@/components/form/page-form";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { searchExporters, searchPage } from "@/lib/exporters/queries/search";
import { getPathname } from "@/lib/i18n/navigation";

interface Props {
  viewer: OfficerViewer;
  text: string;
  /** Why the profile that was chosen cannot be it. */
  problem: "own" | "notFound" | null;
}

/** Whose import it was: a search among all profiles, each result a link to the form. */
export async function ImporterSearch({ viewer, text: typed, problem }: Props) {
  const t = await getTranslations("office.imports.importer");
  const locale = await getLocale();
  // PostgreSQL holds no NUL.
  const text = typed.replaceAll("\0", "").trim();
  const { rows, more } = await searchExporters(viewer, text);
  return (
    <>
      <h1>{t("whose")}</h1>
      <p>
        {t("intro")} <PageLink href={{ pathname: "/office/imports" }}>{t("toAnnounced")}</PageLink>
      </p>
      {problem ? <p className="need">{t(problem)}</p> : null}
      <form
        id={pageFormId}
        className="filters"
        method="get"
        action={getPathname({ href: "/office/imports/new", locale })}
        role="search"
        aria-label={t("whose")}
      >
        <div className="field">
          <label htmlFor="find">{t("find")}</label>
          <input type="search" id="find" name="find" defaultValue={text} maxLength={100} />
        </div>
        <div className="line line--c">
          <button className="button">{t("search")}</button>
        </div>
      </form>
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
