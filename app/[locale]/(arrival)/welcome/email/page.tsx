import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { sendLinkAgain } from "@/app/[locale]/(arrival)/welcome/actions";
import { StepCaption } from "@/app/[locale]/(arrival)/welcome/step-caption";
import { Waiting } from "@/app/[locale]/(arrival)/welcome/email/waiting";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { PageLink } from "@/components/layout/page-link";
import { requireStep } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { fullTitle } from "@/lib/i18n/full-title";
import { maskAddress } from "@/lib/people/mask-address";
import { findOwnRequest, findPendingAddress } from "@/lib/people/queries";

export const metadata: Metadata = { title: null };

/** Waits for the press on the mailed link, or for somebody's agreement to a new credential. */
export default async function EmailPage({ searchParams }: PageProps<"/[locale]/welcome/email">) {
  const { returnTo, sent, tried } = await searchParams;
  const viewer = await requireStep(["email"], returnTo);
  const wanted = safeReturnTo(returnTo);
  const query = wanted ? { returnTo: wanted } : {};
  const [pending, request] = await Promise.all([
    findPendingAddress(viewer),
    findOwnRequest(viewer),
  ]);
  if (request?.state === "open" && !pending) {
    return <Waiting decider={request.decider} query={query} />;
  }
  const t = await getTranslations("welcome.email");
  const address = maskAddress(pending?.email ?? "");
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  const notice = sent ? "sentAgain" : tried ? "notYet" : null;
  return (
    <>
      <StepCaption step={3} />
      <h1>{t("title")}</h1>
      {notice ? (
        <div
          className={notice === "sentAgain" ? "notice notice--success" : "notice notice--warning"}
          role="status"
        >
          <h2>{t(`${notice}.title`)}</h2>
          <p>{t(`${notice}.text`)}</p>
        </div>
      ) : null}
      <p className="lede">{t.rich(pending?.expired ? "expired" : "sent", { address, b })}</p>
      <p>{t("how")}</p>
      <p>{t("then")}</p>
      <p className="actions">
        <PageLink
          className="button"
          href={{ pathname: "/welcome/email", query: { ...query, tried: "1" } }}
        >
          {t("continue")}
        </PageLink>
      </p>
      <h2>{t("missing")}</h2>
      <p>{t("junk")}</p>
      <PortalForm action={sendLinkAgain} title={await fullTitle(t("title"))}>
        <HiddenField name="returnTo" value={wanted ?? ""} />
        <div className="actions">
          <button className="button button--secondary">{t("again")}</button>
          <PageLink href={{ pathname: "/welcome/profile", query }}>{t("change")}</PageLink>
        </div>
      </PortalForm>
    </>
  );
}
