import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { requireOfficer } from "@/lib/auth/current";
import { redirect } from "@/lib/i18n/navigation";
import { search, searchOne } from "@/lib/search/queries/search";
import { searchAddress, searchFilter, type SearchFilter } from "@/lib/search/schema";
import { hitHref } from "./hit-href";
import { ResultGroup } from "./result-group";
import { ResultTable } from "./result-table";

export async function generateMetadata({
  searchParams,
}: PageProps<"/[locale]/office/search">): Promise<Metadata> {
  const t = await getTranslations("search");
  const { text } = searchFilter.parse(await searchParams);
  return { title: text === "" ? t("title") : t("titleFor", { text }) };
}

/** One box over everything that the office keeps. An exact number leads straight to its page. */
export default async function SearchPage({ searchParams }: PageProps<"/[locale]/office/search">) {
  const viewer = await requireOfficer();
  const filter = searchFilter.parse(await searchParams);
  const t = await getTranslations("search");
  const { text, kind } = filter;
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      <SearchForm href="/office/search" label={t("label")}>
        <SearchField name="text" label={t("text")} value={text} wide />
        <div className="line line--c">
          <button className="button">{t("button")}</button>
        </div>
      </SearchForm>
      {text === "" ? (
        <p className="soft">{t("how")}</p>
      ) : kind === "" ? (
        <AllKinds viewer={viewer} text={text} />
      ) : (
        <OneKind viewer={viewer} filter={{ ...filter, kind }} />
      )}
    </main>
  );
}

async function AllKinds({ viewer, text }: { viewer: OfficerViewer; text: string }) {
  const t = await getTranslations("search");
  const { groups, only } = await search(viewer, { text });
  if (only) return redirect({ href: hitHref(only), locale: await getLocale() });
  if (groups.length === 0) return <p className="note">{t("nothing", { text })}</p>;
  return groups.map((group) => <ResultGroup key={group.kind} group={group} text={text} />);
}

type One = SearchFilter & { readonly kind: Exclude<SearchFilter["kind"], ""> };

async function OneKind({ viewer, filter }: { viewer: OfficerViewer; filter: One }) {
  const t = await getTranslations("search");
  const { text, kind, after } = filter;
  const found = await searchOne(viewer, filter);
  const address = (more: Partial<SearchFilter>) =>
    ({ pathname: "/office/search", query: searchAddress({ text, ...more }) }) as const;
  return (
    <section aria-labelledby="kind-title">
      <h2 id="kind-title">{t(`kinds.${kind}`)}</h2>
      {found && found.hits.length > 0 ? (
        <ResultTable hits={found.hits} caption={t("caption", { count: found.hits.length })} />
      ) : (
        <p className="note">{t("nothing", { text })}</p>
      )}
      <p className="line">
        <PageLink href={address({})}>{t("allKinds")}</PageLink>
        {after ? <PageLink href={address({ kind })}>{t("first")}</PageLink> : null}
        {found?.next ? (
          <PageLink href={address({ kind, after: found.next })}>{t("next")}</PageLink>
        ) : null}
      </p>
    </section>
  );
}
