import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { send } from "./actions";
import { AnnouncedAnswers } from "./announced-answers";
import { AnnouncementNotice } from "./announcement-notice";
import { ScanSection } from "./scan-section";
import { SendSection } from "./send-section";
import { Warnings } from "./warnings";
import { WithdrawSection } from "./withdraw-section";
import { AnnouncementTag } from "@/app/[locale]/(exporter)/imports/announcement-tag";
import { HowItWorks } from "@/app/[locale]/(exporter)/imports/how-it-works";
import { OriginalCard } from "@/app/[locale]/(exporter)/imports/original-card";
import { RefusedPress } from "@/components/form/refused-press";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireExporter } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { readUploadQuery } from "@/lib/documents/upload-result";
import { fullTitle } from "@/lib/i18n/full-title";
import { findAnnouncement } from "@/lib/imports/queries/find-announcement";
import { isAnnouncementOpen } from "@/lib/imports/status";
import { getReference } from "@/lib/reference/queries";

interface Props {
  params: Promise<{ announcementId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: null };

/** The second of two steps: the scan, and off to the office. Afterwards, how the announcement stands. */
export default async function AnnouncementPage({ params, searchParams }: Props) {
  const { announcementId } = await params;
  const viewer = await requireExporter();
  const announcement = await findAnnouncement(viewer, announcementId);
  const action = send.bind(null, announcementId);
  if (!announcement) {
    const frame = await getTranslations("frame.notFound");
    return (
      <main id="main" className="container">
        <RefusedPress action={action} title={await fullTitle(frame("title"))}>
          <RecordNotFound />
        </RefusedPress>
      </main>
    );
  }
  const t = await getTranslations("imports");
  const query = await searchParams;
  const today = todayInOttawa();
  const reference = await getReference(today);
  const { announced, status, mayPrepare, lacks, importCertificate } = announcement;
  const { number } = announced;
  const name = number === undefined ? t("page.draftTitle") : t("page.title", { number });
  const open = mayPrepare && isAnnouncementOpen(status);
  const upload = open ? readUploadQuery(query) : null;
  const title = await fullTitle(name);
  const failed = (upload?.failed.length ?? 0) > 0;
  const sendable = open && lacks.length === 0;
  const form = await getTranslations("form");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/imports", text: t("title") }]} />
      <main id="main" className="container">
        {failed ? (
          <title>{`${form("error")} ${title}`}</title>
        ) : sendable ? null : (
          <PageTitle title={name} />
        )}
        {open ? <p className="caption">{t("form.step", { step: 2 })}</p> : null}
        <h1>{name}</h1>
        <p>
          <AnnouncementTag status={status} />
        </p>
        <div className="layout">
          <div>
            <AnnouncementNotice announcement={announcement} query={query} />
            <Warnings
              warnings={announcement.warnings}
              issuer={announced.issuer}
              reference={reference}
            />
            <AnnouncedAnswers announcement={announcement} reference={reference} open={open} />
            <ScanSection
              announcement={announcement}
              open={open}
              upload={upload}
              removed={query["removed"] !== undefined}
              title={title}
            />
            {open ? (
              <SendSection
                announcement={announcement}
                action={action}
                {...(failed ? {} : { title })}
              />
            ) : (
              <RefusedPress action={action} title={title}>
                {null}
              </RefusedPress>
            )}
            <WithdrawSection announcement={announcement} />
          </div>
          <aside>
            <OriginalCard
              importedOn={announced.importedOn}
              receivedOn={importCertificate?.originalReceivedOn}
              today={today}
            />
            {open ? <HowItWorks /> : null}
          </aside>
        </div>
      </main>
    </>
  );
}
