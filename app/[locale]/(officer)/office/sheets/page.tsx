import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { findSheets } from "@/lib/certificates/queries/find-sheets";
import { fullTitle } from "@/lib/i18n/full-title";
import { SheetState } from "@/prisma/generated/enums";
import { MovementTable } from "./movement-table";
import { SheetsForm } from "./sheets-form";

export const metadata: Metadata = { title: null };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The stock of numbered blank sheets: how many there are in each state, and the account of all movements. */
export default async function SheetsPage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const asked = Number((await searchParams)["page"]);
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 0;
  const sheets = await findSheets(viewer, page);
  const t = await getTranslations("life.sheets");
  const life = await getTranslations("life");
  const { count, received, next, mayMove, pages } = sheets;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/certificates", text: life("title") }]} />
      <main id="main" className="o-page">
        {mayMove ? null : <PageTitle title={t("title")} />}
        <div className="line line--c">
          <h1>{t("title")}</h1>
          <PageLink className="button button--secondary end" href="/office/sheets/printers">
            {life("printers.title")}
          </PageLink>
        </div>
        <p>{t("intro")}</p>
        <dl className="facts facts--row" aria-label={t("count")}>
          {Object.values(SheetState).map((state) => (
            <div key={state}>
              <dt>{t(`states.${state}`)}</dt>
              <dd>{count[state]}</dd>
            </div>
          ))}
          <div>
            <dt>{t("received")}</dt>
            <dd>{received}</dd>
          </div>
        </dl>
        {next === null ? null : <p>{life("nextSheet", { number: String(next) })}</p>}
        <h2>{t("record")}</h2>
        {mayMove ? (
          <SheetsForm title={await fullTitle(t("title"))} />
        ) : (
          <p className="note">{life("readOnly")}</p>
        )}
        <h2>{t("account")}</h2>
        <MovementTable movements={sheets.movements} />
        {pages > 1 ? (
          <p>
            {t("page", { page: String(page + 1), pages: String(pages) })}{" "}
            {page > 0 ? (
              <PageLink href={{ pathname: "/office/sheets", query: { page: String(page - 1) } }}>
                {t("newer")}
              </PageLink>
            ) : null}{" "}
            {page + 1 < pages ? (
              <PageLink href={{ pathname: "/office/sheets", query: { page: String(page + 1) } }}>
                {t("older")}
              </PageLink>
            ) : null}
          </p>
        ) : null}
      </main>
    </>
  );
}
