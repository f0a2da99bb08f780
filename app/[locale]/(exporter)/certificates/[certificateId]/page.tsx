import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { UseAgain } from "@/app/[locale]/(exporter)/applications/use-again";
import { WriteLink } from "@/app/[locale]/(exporter)/messages/write-link";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { StandingTag } from "@/components/record/standing-tag";
import { CertificateTwin } from "@/components/record/certificate-twin";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { findImportConfirmation } from "@/lib/certificates/queries/find-confirmation";
import { findLife } from "@/lib/certificates/queries/find-life";
import { findCertificate } from "@/lib/certificates/queries";
import { showDate } from "@/lib/forms/dates";

import { ImportConfirmed } from "./import-confirmed";
import { WhatBecame } from "./what-became";

interface Props {
  params: Promise<{ certificateId: string }>;
}

export const metadata: Metadata = { title: null };

/** The exporter's certificate: the PDF or that it is being prepared, what to do next, and all of it as text. */
export default async function CertificatePage({ params }: Props) {
  const { certificateId } = await params;
  const viewer = await requireExporter();
  const certificate = await findCertificate(viewer, certificateId);
  const life = await findLife(viewer, certificateId);
  const confirmation = await findImportConfirmation(viewer, certificateId);
  if (!certificate || !life) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations("certificate");
  const locale = await getLocale();
  const { number, application, document, record, checkCode } = certificate;
  const date = showDate(certificate.expiresOn, locale);
  const mayRepeat = profilesWith(viewer, "prepare").includes(application.exporterId);
  const file = {
    pathname: "/applications/[applicationId]",
    params: { applicationId: application.id },
  } as const;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/applications", text: t("list") },
          { href: file, text: application.number ?? t("application") },
        ]}
      />
      <main id="main" className="container">
        <PageTitle title={t("title", { number })} />
        <p className="caption">{t("caption", { number: application.number ?? "" })}</p>
        <h1>
          {t("title", { number: "" })}
          <span className="mono nowrap">{number}</span>
        </h1>
        <p>
          <StandingTag standing={life.standing} date={date} />
        </p>
        {document ? (
          <p className="actions">
            <a className="button" href={`/api/certificates/${certificate.id}/pdf`}>
              {t("pdf", { size: String(Math.ceil(document.size / 1024)) })}
            </a>
            <PageLink
              className="button button--link"
              href={{ pathname: "/certificates/[certificateId]/text", params: { certificateId } }}
            >
              {t("text.link")}
            </PageLink>
          </p>
        ) : (
          <div className="notice notice--info" role="status">
            <h2>{t("preparing.title")}</h2>
            <p>{t("preparing.text")}</p>
            <p>
              <PageLink
                href={{ pathname: "/certificates/[certificateId]", params: { certificateId } }}
              >
                {t("preparing.again")}
              </PageLink>
            </p>
          </div>
        )}
        {certificate.hasCredential ? (
          <p>
            <a href={`/api/certificates/${certificate.id}/credential`}>{t("credential")}</a>{" "}
            <span className="hint">{t("credentialHint")}</span>
          </p>
        ) : null}
        {mayRepeat ? <UseAgain applicationId={application.id} name={application.number} /> : null}
        {mayRepeat ? (
          <p>
            <WriteLink kind="certificate" id={certificate.id} />
          </p>
        ) : null}
        <WhatBecame life={life} mayPrepare={mayRepeat} />
        {confirmation ? <ImportConfirmed confirmation={confirmation} /> : null}
        <h2>{t("next.title")}</h2>
        <ul>
          <li>{t("next.mark", { number })}</li>
          <li>{t("next.accompany", { date })}</li>
          <li>{t("next.report")}</li>
          <li>
            {t("next.check")} {t("code")} <span className="mono">{checkCode}</span>.{" "}
            <PageLink href="/verify">{t("checkPage")}</PageLink>
          </li>
        </ul>
        <h2>{t("twin")}</h2>
        <CertificateTwin record={record} locale={locale} />
      </main>
    </>
  );
}
