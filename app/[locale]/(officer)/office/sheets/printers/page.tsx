import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { findPrinters, type Printers } from "@/lib/certificates/queries/find-printers";
import { fullTitle } from "@/lib/i18n/full-title";
import { PrinterForm } from "./printer-form";
import { showTenths } from "./tenths";

export const metadata: Metadata = { title: null };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The printers with their pre-printed sheets: how each is set, its test print, and the form that sets one. */
export default async function PrintersPage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const { printers, maySet } = await findPrinters(viewer);
  const asked = (await searchParams)["printer"];
  const chosen = printers.find(({ id }) => id === asked);
  const t = await getTranslations("life.printers");
  const life = await getTranslations("life");
  const locale = await getLocale();
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/office/certificates", text: life("title") },
          { href: "/office/sheets", text: life("sheets.title") },
        ]}
      />
      <main id="main" className="o-page">
        {maySet ? null : <PageTitle title={t("title")} />}
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
        {printers.length > 0 ? (
          <PrinterTable printers={printers} maySet={maySet} />
        ) : (
          <p>{t("none")}</p>
        )}
        <section className="box" aria-labelledby="set">
          <h2 id="set">{chosen ? t("set", { name: chosen.name }) : t("add")}</h2>
          {maySet ? (
            <PrinterForm
              key={chosen?.id ?? ""}
              title={await fullTitle(t("title"))}
              locale={locale}
              printer={chosen}
            />
          ) : (
            <p className="note">{life("readOnly")}</p>
          )}
          {chosen ? <PageLink href="/office/sheets/printers">{t("add")}</PageLink> : null}
        </section>
      </main>
    </>
  );
}

async function PrinterTable({ printers, maySet }: { printers: Printers; maySet: boolean }) {
  const t = await getTranslations("life.printers");
  const times = await deskTimes();
  const locale = await getLocale();
  const millimetres = (tenths: number) => `${showTenths(tenths, locale)}\u00A0mm`;
  return (
    <table className="t cards">
      <caption className="visually-hidden">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("right")}</th>
          <th scope="col">{t("down")}</th>
          <th scope="col">{t("setAt")}</th>
          <th scope="col">{t("test")}</th>
        </tr>
      </thead>
      <tbody>
        {printers.map(({ id, name, right, down, setAt, by, test }) => (
          <tr key={id}>
            <th scope="row">
              {maySet ? (
                <PageLink href={{ pathname: "/office/sheets/printers", query: { printer: id } }}>
                  {name}
                </PageLink>
              ) : (
                name
              )}
            </th>
            <td data-l={t("right")}>{millimetres(right)}</td>
            <td data-l={t("down")}>{millimetres(down)}</td>
            <td data-l={t("setAt")}>
              {times.moment(setAt)}, {by}
            </td>
            <td data-l={t("test")}>
              {test ? (
                <a href={`/api/prints/${test.id}`}>
                  {t("testFile", { size: String(Math.ceil(test.size / 1024)) })}
                  <span className="visually-hidden"> {name}</span>
                </a>
              ) : (
                t("preparing")
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
