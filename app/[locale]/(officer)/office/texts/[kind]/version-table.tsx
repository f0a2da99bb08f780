import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { showDate } from "@/lib/forms/dates";
import type { findVersions } from "@/lib/texts/queries";
import type { PortalTextKind } from "@/prisma/generated/enums";

interface Props {
  kind: PortalTextKind;
  versions: NonNullable<Awaited<ReturnType<typeof findVersions>>>["versions"];
  /** The one that the page shows. */
  shown: number | null;
}

/** Every version of a text, each to be read. */
export async function VersionTable({ kind, versions, shown }: Props) {
  const t = await getTranslations("office.texts.versions");
  const locale = await getLocale();
  const times = await deskTimes();
  return (
    <section className="box" aria-labelledby="versions-title">
      <h2 id="versions-title">{t("title")}</h2>
      <table className="t cards">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            {(["version", "from", "published", "by"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, validFrom, publishedAt, by }) => (
            <tr key={version}>
              <th scope="row">
                <PageLink
                  href={{
                    pathname: "/office/texts/[kind]",
                    params: { kind },
                    query: { version: String(version) },
                  }}
                  aria-current={version === shown ? "true" : undefined}
                >
                  {t("read", { version })}
                </PageLink>
              </th>
              <td data-l={t("columns.from")}>{showDate(validFrom, locale)}</td>
              <td data-l={t("columns.published")}>{times.moment(publishedAt)}</td>
              <td data-l={t("columns.by")}>{by || t("with")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
