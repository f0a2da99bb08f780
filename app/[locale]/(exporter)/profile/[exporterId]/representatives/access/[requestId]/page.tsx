import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptForm } from "./accept-form";
import { refuseRequest } from "./actions";
import { PortalForm } from "@/components/form/portal-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { SummaryList } from "@/components/record/summary-list";
import { requireExporter } from "@/lib/auth/current";
import { findAccessRequest } from "@/lib/exporters/queries/access-requests";
import { getFormatter } from "@/lib/i18n/get-formatter";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ exporterId: string; requestId: string }>;
}

/** Somebody asks to act for the profile: its owner accepts on some terms, or refuses. */
export default async function AccessRequestPage({ params }: Props) {
  const viewer = await requireExporter();
  const { exporterId, requestId } = await params;
  const request = await findAccessRequest(viewer, exporterId, requestId);
  if (!request) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations("representatives");
  const profile = await getTranslations("profile");
  const format = await getFormatter();
  const { id, name, email, reason, createdAt, exporter, open } = request;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/profile", text: profile("title") },
          {
            href: { pathname: "/profile/[exporterId]/representatives", params: { exporterId } },
            text: exporter.legalName,
          },
        ]}
      />
      <main id="main" className="container">
        <p className="caption">{exporter.legalName}</p>
        <h1>{t("request.title")}</h1>
        <p className="lede">{t("request.lede", { name })}</p>
        <SummaryList
          rows={[
            { term: t("request.name"), text: name },
            { term: t("request.email"), text: email },
            { term: t("request.when"), text: format.dateTime(createdAt, { dateStyle: "long" }) },
            { term: t("request.reason"), text: reason },
          ]}
        />
        {open ? (
          <>
            <AcceptForm exporterId={exporter.id} requestId={id} />
            <div className="column">
              <h2>{t("request.refuseHead")}</h2>
              <PortalForm action={refuseRequest.bind(null, exporter.id, id)}>
                <p>{t("request.refuseText")}</p>
                <div className="actions">
                  <button className="button button--secondary">{t("request.refuse")}</button>
                </div>
              </PortalForm>
            </div>
          </>
        ) : (
          <div className="notice">
            <PageTitle title={t("request.title")} />
            <h2>{t("request.answeredTitle")}</h2>
            <p>{t("request.answeredText")}</p>
          </div>
        )}
      </main>
    </>
  );
}
