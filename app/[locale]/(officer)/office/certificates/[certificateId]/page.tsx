import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { History } from "@/app/[locale]/(officer)/office/_desk/history";
import { Timeline } from "@/app/[locale]/(officer)/office/_desk/timeline";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { StandingTag } from "@/components/record/standing-tag";
import { CertificateTwin } from "@/components/record/certificate-twin";
import { requireOfficer } from "@/lib/auth/current";
import { findFollowUp } from "@/lib/certificates/queries/find-life";
import { findCertificate } from "@/lib/certificates/queries";
import { showDate } from "@/lib/forms/dates";
import { listHistory } from "@/lib/reviews/queries/list-history";

import { ConfirmationBox } from "./confirmation-box";
import { FollowBox } from "./follow-box";
import { StepsTable } from "./steps-table";

interface Props {
  params: Promise<{ certificateId: string }>;
}

export const metadata: Metadata = { title: null };

/** A certificate for the office: its life, its paper, its frozen facts, its history. */
export default async function OfficeCertificatePage({ params }: Props) {
  const { certificateId } = await params;
  const viewer = await requireOfficer();
  const certificate = await findCertificate(viewer, certificateId);
  const life = await findFollowUp(viewer, certificateId);
  const t = await getTranslations("office.certificate");
  const words = await getTranslations("life");
  const doubled = await getTranslations("certificate");
  if (!certificate || !life) return <DeskNotFound />;
  const locale = await getLocale();
  const times = await deskTimes();
  const { number, record, application, document, recommended } = certificate;
  const history = await listHistory(viewer, application.id);
  const expiry = { date: showDate(certificate.expiresOn, locale) };
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/certificates", text: words("title") }]} />
      <main id="main" className="o-page">
        <PageTitle title={t("title", { number })} />
        <div className="line line--c">
          <h1 className="mono">{number}</h1>
          <StandingTag standing={life.standing} date={expiry.date} />
          {document ? (
            <a className="button end" href={`/api/certificates/${certificate.id}/pdf`}>
              {t("pdf", { size: String(Math.ceil(document.size / 1024)) })}
            </a>
          ) : null}
        </div>
        <p>
          {t("line", {
            exporter: record.exporter.name,
            consignee: record.consignee.name,
            destination: record.destination[locale],
          })}{" "}
          <PageLink
            href={{
              pathname: "/office/review/[applicationId]",
              params: { applicationId: application.id },
            }}
          >
            {application.number}
          </PageLink>
          {life.replaces ? (
            <>
              {". "}
              {words("replaces")}{" "}
              <PageLink
                href={{
                  pathname: "/office/certificates/[certificateId]",
                  params: { certificateId: life.replaces.id },
                }}
              >
                {life.replaces.number}
              </PageLink>
            </>
          ) : null}
        </p>
        <ol className="life">
          <li className="y">
            <b>{t("issued")}</b>
            {t("issuedBy", { when: times.near(certificate.issuedAt), by: certificate.issuedBy })}
            {recommended ? (
              <span className="sub">{t("recommendedBy", { by: recommended.by })}</span>
            ) : null}
          </li>
          <li className={document ? "y" : "w"}>
            <b>{t("document")}</b>
            {document ? (
              t("ready", { when: times.near(document.renderedAt) })
            ) : certificate.failedRenderings > 0 ? (
              <span role="alert">
                {t("notMade", { count: certificate.failedRenderings })}
                <span className="sub">{t("notMadeText")}</span>
              </span>
            ) : (
              <>
                {t("preparing")}
                <span className="sub">{t("preparingText")}</span>
              </>
            )}
          </li>
        </ol>
        <div className="two two--wide">
          <section aria-labelledby="facts-title">
            <h2 id="facts-title">{t("facts")}</h2>
            <CertificateTwin record={record} locale={locale} />
            <p>
              <PageLink
                href={{
                  pathname: "/office/certificates/[certificateId]/text",
                  params: { certificateId },
                }}
              >
                {doubled("text.link")}
              </PageLink>
            </p>
            <h2>{words("post")}</h2>
            <StepsTable certificate={life} />
          </section>
          <div>
            <FollowBox viewer={viewer} certificate={life} />
            <ConfirmationBox viewer={viewer} certificateId={certificate.id} />
            <section className="box">
              <h2>{t("checkCode")}</h2>
              <p className="mono">{certificate.checkCode}</p>
              <p>
                <PageLink href="/verify">{t("checkPage")}</PageLink>
              </p>
              {certificate.hasCredential ? (
                <p>
                  <a href={`/api/certificates/${certificate.id}/credential`}>{t("credential")}</a>
                </p>
              ) : null}
            </section>
            <div className="box">
              <History applicationId={application.id} entries={history} />
            </div>
            <Timeline viewer={viewer} of={{ kind: "certificate", id: certificate.id }} />
          </div>
        </div>
      </main>
    </>
  );
}
