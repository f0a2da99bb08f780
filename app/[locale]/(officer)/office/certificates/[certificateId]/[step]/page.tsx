import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { certificateHref } from "../certificate-href";
import { CertificateTrail } from "../certificate-trail";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { findFollowUp } from "@/lib/certificates/queries/find-life";
import { findPrinters } from "@/lib/certificates/queries/find-printers";
import { findSheets } from "@/lib/certificates/queries/find-sheets";
import { officeStepOf } from "@/lib/certificates/life/office-steps";
import { fullTitle } from "@/lib/i18n/full-title";
import { takeStep } from "./actions";
import { StepFields } from "./step-fields";
import { isPossible } from "../possible";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ certificateId: string; step: string }>;
}

/** One step of a certificate's life, for a reviewer or a signatory to record. */
export default async function StepPage({ params }: Props) {
  const viewer = await requireOfficer("reviewer", "signatory");
  const { certificateId, step: word } = await params;
  const step = officeStepOf(word);
  const certificate = await findFollowUp(viewer, certificateId);
  if (!certificate || !step) return <DeskNotFound />;
  const t = await getTranslations("life");
  const { number, ownProfile, sendTo, steps } = certificate;
  const title = `${t(`steps.${step}.title`)}, ${number}`;
  const entry = certificateHref(certificateId);
  const may = !ownProfile && isPossible(step, certificate.possible);
  const nextSheet = step === "print" ? (await findSheets(viewer, 0)).next : null;
  const printers = step === "print" ? (await findPrinters(viewer)).printers : [];
  const stated = step === "loss" ? steps.find(({ kind }) => kind === "loss_stated") : undefined;
  return (
    <>
      <CertificateTrail id={certificateId} number={number} />
      <main id="main" className="o-page">
        {may ? null : <PageTitle title={title} />}
        <h1>{title}</h1>
        <p>{t(`steps.${step}.text`)}</p>
        {stated?.words ? (
          <blockquote>
            <p>{t("stated")}</p>
            <p className="written">{stated.words}</p>
          </blockquote>
        ) : null}
        {step === "dispatch" ? (
          <>
            <h2>{t("sendTo")}</h2>
            <address className="written">{sendTo.join("\n")}</address>
          </>
        ) : null}
        {may ? (
          <PortalForm
            action={takeStep.bind(null, certificateId, step)}
            title={await fullTitle(title)}
          >
            <HiddenField name="person" value={viewer.userId} />
            <StepFields
              step={step}
              certificate={certificate}
              nextSheet={nextSheet}
              printers={printers}
            />
            <div className="actions">
              <button className="button">{t(`steps.${step}.button`)}</button>
              <PageLink className="button button--link" href={entry}>
                {t("back")}
              </PageLink>
            </div>
          </PortalForm>
        ) : (
          <>
            <p className="note">{t(ownProfile ? "ownProfile" : "notNow")}</p>
            <PageLink href={entry}>{t("back")}</PageLink>
          </>
        )}
      </main>
    </>
  );
}
