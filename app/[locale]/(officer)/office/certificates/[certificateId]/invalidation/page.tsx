import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CertificateTrail } from "../certificate-trail";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { PageTitle } from "@/components/layout/page-title";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { findFollowUp } from "@/lib/certificates/queries/find-life";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";
import { DecideForms, ProposeForm, TakeBackForm } from "./forms";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ certificateId: string }>;
}

/** Two people invalidate a certificate: one proposes, a signatory who is another decides (Act, s. 12). */
export default async function InvalidationPage({ params }: Props) {
  const viewer = await requireOfficer("reviewer", "signatory");
  const { certificateId } = await params;
  const certificate = await findFollowUp(viewer, certificateId);
  if (!certificate) return <DeskNotFound />;
  const words = await getTranslations("life");
  const t = await getTranslations("life.invalidation");
  const times = await deskTimes();
  const { number, open, past, ownProfile, possible } = certificate;
  const title = t("title", { number });
  const here = {
    pathname: "/office/certificates/[certificateId]/invalidation",
    params: { certificateId },
  } as const;
  const signs = viewer.roles.includes("signatory");
  const decides = open !== null && !open.byViewer && signs && !ownProfile;
  const stepUp = decides && (await asksToStepUp(viewer));
  const form = { certificateId, officerId: viewer.userId, title: await fullTitle(title) };
  const note = ownProfile
    ? words("ownProfile")
    : open && !open.byViewer && !signs
      ? t("waits")
      : !open && !possible.has("invalidated")
        ? words("notNow")
        : null;
  return (
    <>
      <CertificateTrail id={certificateId} number={number} />
      <main id="main" className="o-page">
        {note !== null || stepUp ? <PageTitle title={title} /> : null}
        <h1>{title}</h1>
        <p>{t("intro")}</p>
        {open ? (
          <section className="box">
            <p>{t("by", { by: open.by, when: times.near(open.proposedAt) })}</p>
            <blockquote>
              <p className="written">{open.reason}</p>
            </blockquote>
            <p>{t("told", { authority: open.authority, recipient: open.recipient })}</p>
          </section>
        ) : null}
        {note !== null ? (
          <p className="note">{note}</p>
        ) : stepUp ? (
          <StepUpNotice returnTo={getPathname({ href: here, locale: await getLocale() })} />
        ) : open === null ? (
          <ProposeForm {...form} />
        ) : open.byViewer ? (
          <TakeBackForm {...form} proposal={open.id} />
        ) : (
          <DecideForms {...form} proposal={open.id} />
        )}
        {past.length > 0 ? (
          <section aria-labelledby="past-title">
            <h2 id="past-title">{t("past")}</h2>
            <ul>
              {past.map((each) => (
                <li key={each.id} className="written">
                  {each.by}, {times.moment(each.proposedAt)}: {each.reason}{" "}
                  {each.outcome ? t(`outcomes.${each.outcome}`, { by: each.decider }) : ""}{" "}
                  {each.answer}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </main>
    </>
  );
}
