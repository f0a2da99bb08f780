import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { ScanPane } from "@/app/[locale]/(officer)/office/imports/_parts/scan-pane";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireReviewer } from "@/lib/auth/current";
import { findImporter } from "@/lib/exporters/queries/search";
import { fullTitle } from "@/lib/i18n/full-title";
import { findSentAnnouncement } from "@/lib/imports/queries/find-sent-announcement";
import { findSentScan } from "@/lib/imports/queries/find-sent-scan";
import { ImporterSearch } from "./importer-search";
import { NewFromScan } from "./new-from-scan";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: null };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Registers a certificate from its paper: first whose import it was, then what the paper says. */
export default async function NewImportPage({ searchParams }: Props) {
  const viewer = await requireReviewer();
  const query = await searchParams;
  const said = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const t = await getTranslations("office.imports");
  const words = await getTranslations("office.imports.form");
  const title = await fullTitle(words("title"));
  const trail = [{ href: "/office/imports", text: t("title") }] as const;

  if (said("announcement")) {
    const announced = await findSentAnnouncement(viewer, said("announcement"));
    if (!announced) return <DeskNotFound />;
    const times = await deskTimes();
    const { id: announcementId, version, importer, announcedBy, sentAt, documents } = announced;
    const announcement = {
      pathname: "/office/imports/announcements/[announcementId]",
      params: { announcementId },
    } as const;
    return (
      <>
        <Breadcrumbs trail={trail} />
        <main id="main" className="o-page">
          <h1>{words("title")}</h1>
          <p>
            {words("fromAnnouncement", {
              name: announcedBy.name,
              exporter: importer.legalName,
              when: sentAt ? times.near(sentAt) : "",
            })}{" "}
            <PageLink href={announcement}>{words("announcement")}</PageLink>
          </p>
          {announced.mayAnswer ? (
            <>
              <p>{words("intro")}</p>
              <div className="two">
                <div>
                  <RegisterForm
                    of={{ announcementId, version }}
                    title={title}
                    better={announcement}
                  />
                </div>
                <ScanPane documents={documents} none="none" />
              </div>
            </>
          ) : (
            <>
              <PageTitle title={words("title")} />
              <p className="note">{words(announced.ownProfile ? "own" : "ended")}</p>
            </>
          )}
        </main>
      </>
    );
  }

  if (said("document")) {
    const scan = await findSentScan(viewer, said("document"));
    return scan ? <NewFromScan scan={scan} title={title} /> : <DeskNotFound />;
  }

  const importer = said("importer") ? await findImporter(viewer, said("importer")) : null;
  if (!importer || importer.ownProfile) {
    return (
      <>
        <Breadcrumbs trail={trail} />
        <main id="main" className="o-page">
          <PageTitle title={words("title")} />
          <ImporterSearch
            viewer={viewer}
            text={said("find")}
            problem={importer ? "own" : said("importer") ? "notFound" : null}
          />
        </main>
      </>
    );
  }
  return (
    <>
      <Breadcrumbs trail={trail} />
      <main id="main" className="o-page">
        <h1>{words("title")}</h1>
        <p>
          {words("for")}: <b>{importer.legalName}</b>, {importer.city} ({importer.province}).{" "}
          <PageLink href="/office/imports/new">{words("another")}</PageLink>
        </p>
        <p>{words("intro")}</p>
        <div className="two">
          <div>
            <RegisterForm of={{ exporterId: importer.id }} title={title} />
          </div>
          <ScanPane documents={[]} none="paper" />
        </div>
      </main>
    </>
  );
}
