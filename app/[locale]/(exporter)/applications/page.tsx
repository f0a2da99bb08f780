import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApplicationTable } from "./application-table";
import { PageLink } from "@/components/layout/page-link";
import { listApplications, type ListView } from "@/lib/applications/queries/list";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { getReference } from "@/lib/reference/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("title") };
}

const views = [
  "all",
  "pending",
  "submitted",
  "completed",
  "cancelled",
] as const satisfies ListView[];

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The applications of the profile for which the reader acts now, newest change first. */
export default async function ApplicationsPage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const t = await getTranslations("applications");
  const query = await searchParams;
  const view = views.find((each) => each === query["view"]) ?? "all";
  const after = typeof query["after"] === "string" ? query["after"] : null;
  const { standings } = viewer;
  const chosen = await chosenStanding();
  const { rows, next } = await listApplications(viewer, {
    view,
    ...(chosen ? { exporterId: chosen.exporterId } : {}),
    ...(after ? { after } : {}),
  });
  const mayStart = profilesWith(viewer, "prepare").length > 0;
  const here = { pathname: "/applications" } as const;
  return (
    <main id="main" className="container">
      <h1>{t("title")}</h1>
      <div className="section-head section-head--tight">
        <p className="lede">
          {chosen ? t("lede", { exporters: chosen.legalName }) : t("noProfile")}
        </p>
        {mayStart ? (
          <PageLink className="button" href="/applications/new">
            {t("new")}
          </PageLink>
        ) : standings.length === 0 ? (
          <PageLink className="button" href="/profile/new">
            {t("createProfile")}
          </PageLink>
        ) : null}
      </div>
      {standings.length > 0 ? (
        <>
          <nav aria-label={t("show")}>
            <ul className="chips">
              {views.map((each) => (
                <li key={each}>
                  <PageLink
                    href={{ ...here, ...(each === "all" ? {} : { query: { view: each } }) }}
                    aria-current={each === view ? "true" : undefined}
                  >
                    {t(`views.${each}`)}
                  </PageLink>
                </li>
              ))}
            </ul>
          </nav>
          {rows.length === 0 ? (
            <div className="notice">
              <h2>{t(`empty.${view}`)}</h2>
              <p>{t("emptyText")}</p>
            </div>
          ) : (
            <ApplicationTable rows={rows} reference={await getReference(todayInOttawa())} />
          )}
          {next || after ? (
            <nav aria-label={t("pages")}>
              <ul className="pagination">
                {after ? (
                  <li>
                    <PageLink href={{ ...here, query: { view } }}>{t("newest")}</PageLink>
                  </li>
                ) : null}
                {next ? (
                  <li>
                    <PageLink rel="next" href={{ ...here, query: { view, after: next } }}>
                      {t("older")}
                    </PageLink>
                  </li>
                ) : null}
              </ul>
            </nav>
          ) : null}
        </>
      ) : null}
    </main>
  );
}
