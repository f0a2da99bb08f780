import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { searchExporters, searchPage } from "@/lib/exporters/queries/search";
import { searchText } from "@/lib/forms/search-text";

interface Props {
  viewer: OfficerViewer;
  /** Where each result leads, with the profile's id as the parameter `name`. */
  page: "/office/imports/new" | "/office/paper/new" | "/office/inbox/new";
  name: "importer" | "exporter";
  text: string;
  title: string;
  intro: ReactNode;
  /** Beside a profile of the officer's own. */
  own: string;
  /** Why the profile that was chosen cannot be it. */
  problem: string | null;
}

/** For whom: a search among all profiles, each result a link to the form. */
export async function ProfileSearch({ viewer, page, name, title, intro, own, ...props }: Props) {
  const t = await getTranslations("office.profileSearch");
  const text = searchText(props.text);
  const { rows, more } = await searchExporters(viewer, text);
  return (
    <>
      <h1>{title}</h1>
      <p>{intro}</p>
      {props.problem ? <p className="need">{props.problem}</p> : null}
      <SearchForm href={page} label={title}>
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
                  <b>{legalName}</b> <span className="sub">{own}</span>
                </>
              ) : (
                <PageLink href={{ pathname: page, query: { [name]: id } }}>{legalName}</PageLink>
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
