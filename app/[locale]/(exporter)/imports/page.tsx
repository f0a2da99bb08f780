import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncedTable } from "./announced-table";
import { HowItWorks } from "./how-it-works";
import { OriginalCard } from "./original-card";
import { RegisterTable } from "./register-table";
import { NoProfile } from "@/app/[locale]/(exporter)/no-profile";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { listImportBalances } from "@/lib/imports/queries/balances";
import { listAnnouncements } from "@/lib/imports/queries/list-announcements";
import { getReference } from "@/lib/reference/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

/** The imports of the profile for which the reader acts now: announced, and in the register. */
export default async function ImportsPage() {
  const viewer = await requireExporter();
  const t = await getTranslations("imports");
  const home = await getTranslations("dashboard");
  const chosen = await chosenStanding();
  const trail = [{ href: "/home", text: home("title") }] as const;
  if (!chosen) return <NoProfile title={t("title")} text={t("noProfile")} />;
  const { exporterId, legalName: exporter } = chosen;
  const today = todayInOttawa();
  const [registered, announced, reference] = await Promise.all([
    listImportBalances(viewer, exporterId),
    listAnnouncements(viewer, exporterId),
    getReference(today),
  ]);
  const mayAct = profilesWith(viewer, "prepare").includes(exporterId);
  const none = registered.length === 0 && announced.length === 0;
  const announce = mayAct ? (
    <PageLink className="button" href="/imports/new">
      {t("new")}
    </PageLink>
  ) : null;
  return (
    <>
      <Breadcrumbs trail={trail} />
      <main id="main" className="container">
        <h1>{t("title")}</h1>
        <div className="section-head section-head--tight">
          <p className="lede">{t("lede", { count: registered.length, exporter })}</p>
          {none ? null : announce}
        </div>
        <div className="layout">
          <div>
            {none ? (
              <div className="notice">
                <h2>{t("empty.title")}</h2>
                <p>{t("empty.what")}</p>
                <p>{t("empty.why")}</p>
                <p>{t("empty.how")}</p>
                <p>{announce ?? t("empty.viewOnly")}</p>
              </div>
            ) : null}
            {announced.length > 0 ? (
              <>
                <h2>{t("announced.title")}</h2>
                <AnnouncedTable rows={announced} reference={reference} mayAct={mayAct} />
              </>
            ) : null}
            {none ? null : (
              <>
                <h2>{t("register.title")}</h2>
                {registered.length > 0 ? (
                  <RegisterTable rows={registered} reference={reference} today={today} />
                ) : (
                  <p>{t("register.none")}</p>
                )}
              </>
            )}
          </div>
          <aside>
            <HowItWorks />
            <OriginalCard today={today} />
          </aside>
        </div>
      </main>
    </>
  );
}
