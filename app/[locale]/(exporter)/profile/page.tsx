import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { requireExporter } from "@/lib/auth/current";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The profiles for which the reader acts. */
export default async function ProfilesPage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const t = await getTranslations("profile");
  const format = await getFormatter();
  const { saved } = await searchParams;
  const { standings } = viewer;
  return (
    <main id="main" className="container">
      <h1>{standings.length > 1 ? t("listTitle") : t("title")}</h1>
      {saved ? (
        <div className="notice notice--success" role="status">
          <h2>{t("saved")}</h2>
          <p>{t("savedText")}</p>
        </div>
      ) : null}
      {standings.length === 0 ? (
        <div className="notice">
          <h2>{t("none.title")}</h2>
          <p>{t("none.text")}</p>
        </div>
      ) : (
        <>
          <p className="lede">{t("lede", { count: standings.length })}</p>
          <ul className="grid grid--2">
            {standings.map(({ exporterId, legalName, kind, permissions }) => (
              <li className="card card--link" key={exporterId}>
                <h2>
                  <PageLink href={{ pathname: "/profile/[exporterId]", params: { exporterId } }}>
                    {legalName}
                  </PageLink>
                </h2>
                <p>
                  {kind === "owner"
                    ? t("owner")
                    : t("representative", {
                        permissions: format.list(
                          permissions.map((permission) => t(`may.${permission}`)),
                        ),
                      })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        {standings.length === 0 ? (
          <PageLink className="button" href="/profile/new">
            {t("create")}
          </PageLink>
        ) : (
          <>
            <PageLink className="button" href="/applications/new">
              {t("apply")}
            </PageLink>
            <PageLink className="button button--secondary" href="/profile/new">
              {t("createAnother")}
            </PageLink>
          </>
        )}
      </div>
    </main>
  );
}
