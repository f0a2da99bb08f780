import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Timeline } from "@/app/[locale]/(officer)/office/_desk/timeline";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireOfficer } from "@/lib/auth/current";
import { findExporterDossier } from "@/lib/dossiers/queries/find-exporter";
import { proposesMerges } from "@/lib/exporters/access";
import { mayAnswer } from "@/lib/messages/access";
import { seesOfficers } from "@/lib/officers/access";
import { FiguresBox } from "./figures-box";
import { HistoryBox } from "./history-box";
import { ImportsBox } from "./imports-box";
import { MandatesBox } from "./mandates-box";
import { MergedNotice } from "./merged-notice";
import { NotesBox } from "./notes-box";
import { ProfileBox } from "./profile-box";
import { SentBox } from "./sent-box";

export const metadata: Metadata = { title: null };

/** What the office knows of an exporter, on one page. */
export default async function ExporterPage({
  params,
}: PageProps<"/[locale]/office/exporters/[exporterId]">) {
  const viewer = await requireOfficer();
  const { exporterId } = await params;
  const dossier = await findExporterDossier(viewer, exporterId);
  const t = await getTranslations("dossier");
  if (!dossier) {
    return (
      <main id="main" className="o-page">
        <RecordNotFound back={<PageLink href="/office/exporters">{t("list.title")}</PageLink>} />
      </main>
    );
  }
  const { id, legalName, mergedIntoId, openMergeId } = dossier;
  const mayMerge = proposesMerges(viewer) && mergedIntoId === null && openMergeId === null;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/exporters", text: t("list.title") }]} />
      <main id="main" className="o-page dossier">
        <PageTitle title={legalName} />
        <h1>{legalName}</h1>
        <MergedNotice dossier={dossier} />
        <p className="line">
          <PageLink href={{ pathname: "/office/queue", query: { exporterId: id } }}>
            {t("toQueue")}
          </PageLink>
          <PageLink
            href={{ pathname: "/office/queue", query: { exporterId: id, state: "closed" } }}
          >
            {t("toClosed")}
          </PageLink>
          <PageLink href={{ pathname: "/office/inbox", query: { view: "all", q: legalName } }}>
            {t("toInbox")}
          </PageLink>
          {mayAnswer(viewer) && mergedIntoId === null ? (
            <PageLink href={{ pathname: "/office/inbox/new", query: { exporter: id } }}>
              {t("toWrite")}
            </PageLink>
          ) : null}
          {mayMerge ? (
            <PageLink
              href={{
                pathname: "/office/exporters/[exporterId]/merge",
                params: { exporterId: id },
              }}
            >
              {t("toMerge")}
            </PageLink>
          ) : null}
        </p>
        <FiguresBox figures={dossier.figures} />
        <div className="two">
          <ProfileBox dossier={dossier} />
          <MandatesBox mandates={dossier.mandates} linked={seesOfficers(viewer)} />
        </div>
        <SentBox rows={dossier.sent} />
        <ImportsBox rows={dossier.imports} />
        <div className="two">
          <NotesBox notes={dossier.notes} />
          <HistoryBox history={dossier.history} />
        </div>
        <Timeline viewer={viewer} of={{ kind: "exporter", id }} />
      </main>
    </>
  );
}
