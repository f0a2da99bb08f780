import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveDetails } from "./actions";
import { AnnouncedFields } from "@/app/[locale]/(exporter)/imports/announced-fields";
import { HowItWorks } from "@/app/[locale]/(exporter)/imports/how-it-works";
import { announcementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { OriginalCard } from "@/app/[locale]/(exporter)/imports/original-card";
import { HiddenField } from "@/components/form/hidden-field";
import { RefusedPress } from "@/components/form/refused-press";
import { StepForm } from "@/components/form/step-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireExporter } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";
import { findAnnouncement } from "@/lib/imports/queries/find-announcement";
import { announcedFields } from "@/lib/imports/schema-announce";
import { isAnnouncementOpen } from "@/lib/imports/status";

interface Props {
  params: Promise<{ announcementId: string }>;
}

export const metadata: Metadata = { title: null };

/** The first of two steps: what the certificate says, as long as the office has not got it. */
export default async function DetailsPage({ params }: Props) {
  const { announcementId } = await params;
  const viewer = await requireExporter();
  const announcement = await findAnnouncement(viewer, announcementId);
  const action = saveDetails.bind(null, announcementId);
  const t = await getTranslations("imports");
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
  const { announced, status, version, mayPrepare } = announcement;
  const title = await fullTitle(t("form.editTitle"));
  const name = announced.number ?? t("page.draftTitle");
  const back = (
    <PageLink className="button button--secondary" href={announcementHref(announcementId)}>
      {t("form.back")}
    </PageLink>
  );
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/imports", text: t("title") },
          { href: announcementHref(announcementId), text: name },
        ]}
      />
      <main id="main" className="container">
        <p className="caption">{t("form.step", { step: 1 })}</p>
        <h1>{t("form.editTitle")}</h1>
        {mayPrepare && isAnnouncementOpen(status) ? (
          <StepForm
            title={title}
            action={action}
            version={version}
            before={<p>{t("form.intro")}</p>}
            aside={
              <aside>
                <HowItWorks />
                <OriginalCard importedOn={announced.importedOn} today={todayInOttawa()} />
              </aside>
            }
          >
            <HiddenField name="version" value={String(version)} />
            {announcedFields.map((field) => (
              <HiddenField key={field} name={`base.${field}`} value={announced[field] ?? ""} />
            ))}
            <AnnouncedFields stored={announced} />
            <div className="actions">
              <button className="button">{t("form.continue")}</button>
              {back}
            </div>
          </StepForm>
        ) : (
          <RefusedPress action={action} title={title}>
            <title>{title}</title>
            <div className="notice">
              <p>{mayPrepare ? t("page.moved") : t("page.viewOnly")}</p>
              <p>{back}</p>
            </div>
          </RefusedPress>
        )}
      </main>
    </>
  );
}
