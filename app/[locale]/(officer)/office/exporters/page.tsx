import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchField, SearchForm } from "@/components/form/search-form";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { exporterFilter } from "@/lib/dossiers/exporter-list";
import { listExporters } from "@/lib/dossiers/queries/list-exporters";
import { ExporterTable } from "./exporter-table";
import { OpenMerges } from "./open-merges";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dossier.list");
  return { title: t("title") };
}

/** Every profile by name. Search and place are in the address. */
export default async function ExportersPage({
  searchParams,
}: PageProps<"/[locale]/office/exporters">) {
  const viewer = await requireOfficer();
  const filter = exporterFilter.parse(await searchParams);
  const { rows, next } = await listExporters(viewer, filter);
  const t = await getTranslations("dossier.list");
  const { text, after } = filter;
  const said = text === "" ? {} : { text };
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      <OpenMerges viewer={viewer} />
      <SearchForm href="/office/exporters" label={t("label")}>
        <SearchField name="text" label={t("text")} value={text} wide />
        <div className="line line--c">
          <button className="button button--secondary">{t("show")}</button>
          <PageLink href="/office/exporters">{t("clear")}</PageLink>
        </div>
      </SearchForm>
      {rows.length > 0 ? (
        <ExporterTable rows={rows} />
      ) : (
        <p className="note">{t(text === "" ? "none" : "nothing")}</p>
      )}
      <p className="line">
        {after ? (
          <PageLink href={{ pathname: "/office/exporters", query: said }}>{t("first")}</PageLink>
        ) : null}
        {next ? (
          <PageLink href={{ pathname: "/office/exporters", query: { ...said, after: next } }}>
            {t("next")}
          </PageLink>
        ) : null}
      </p>
    </main>
  );
}
