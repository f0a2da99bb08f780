import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { showDate } from "@/lib/forms/dates";
import { findVersions, textKinds } from "@/lib/texts/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.texts");
  return { title: t("title") };
}

/** The texts that the office answers for, and which version of each holds. */
export default async function TextsPage() {
  const viewer = await requireOfficer("administrator", "auditor");
  const rows = await Promise.all(
    textKinds.map(async (kind) => ({ kind, found: await findVersions(viewer, kind) })),
  );
  const t = await getTranslations("office.texts");
  const kinds = await getTranslations("texts.kinds");
  const locale = await getLocale();
  return (
    <main id="main" className="o-page">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <table className="t cards">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            {(["text", "now", "next"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, found }) => (
            <tr key={kind}>
              <th scope="row">
                <PageLink href={{ pathname: "/office/texts/[kind]", params: { kind } }}>
                  {kinds(kind)}
                </PageLink>
              </th>
              <td data-l={t("columns.now")}>
                {found?.current ? (
                  <>
                    {t("version", { version: found.current.version })}
                    <span className="sub">
                      {t("since", { date: showDate(found.current.validFrom, locale) })}
                    </span>
                  </>
                ) : (
                  t("none")
                )}
              </td>
              <td data-l={t("columns.next")}>
                {found?.next ? (
                  <>
                    {t("version", { version: found.next.version })}
                    <span className="sub">
                      {t("from", { date: showDate(found.next.validFrom, locale) })}
                    </span>
                  </>
                ) : (
                  t("none")
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
