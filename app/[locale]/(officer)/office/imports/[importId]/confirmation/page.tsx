import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { confirmArrival } from "./actions";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { SummaryList } from "@/components/record/summary-list";
import { requireReviewer } from "@/lib/auth/current";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { fullTitle } from "@/lib/i18n/full-title";
import { findConfirmations } from "@/lib/imports/queries/confirmations";
import { confirmationLimits } from "@/lib/imports/schema-confirmation";

export const metadata: Metadata = { title: null };

/** The office tells the exporting authority that a shipment has arrived: what the letter says, and to whom it goes. */
export default async function ConfirmationPage({
  params,
}: {
  params: Promise<{ importId: string }>;
}) {
  const viewer = await requireReviewer();
  const { importId } = await params;
  const found = await findConfirmations(viewer, importId);
  if (!found) return <DeskNotFound />;
  const t = await getTranslations("confirmation");
  const refused = await getTranslations("errors.register.refused");
  const locale = await getLocale();
  const { number, importer, importedOn, originalReceivedOn, confirmations, to } = found;
  const statement = { pathname: "/office/imports/[importId]", params: { importId } } as const;
  const title = t("title", { number });
  const rows = [
    { term: t("letter.imported"), text: showDate(importedOn, locale) },
    { term: t("letter.mass"), text: showDecimal(found.carats, locale, "carats") },
    { term: t("letter.value"), text: showDecimal(found.valueUsd, locale, "usd") },
    { term: t("letter.subheadings"), text: found.subheadings.join(", ") },
    { term: t("letter.importer"), text: importer },
    {
      term: t("letter.original"),
      text: originalReceivedOn ? showDate(originalReceivedOn, locale) : t("letter.notYet"),
    },
  ];
  return (
    <>
      <Breadcrumbs trail={[{ href: statement, text: number }]} />
      <main id="main" className="o-page narrow">
        <h1>{title}</h1>
        {found.may ? (
          <>
            <p>{t("lede")}</p>
            {confirmations.length > 0 ? <p className="note">{t("again")}</p> : null}
            <h2>{t("says")}</h2>
            <SummaryList rows={rows} />
            <PortalForm action={confirmArrival.bind(null, importId)} title={await fullTitle(title)}>
              <HiddenField name="after" value={String(confirmations.length)} />
              <TextField
                name="parcels"
                label={t("letter.parcels")}
                value={found.parcels === null ? "" : String(found.parcels)}
                required
                width="w-4"
              />
              <TextArea
                name="shipper"
                label={t("letter.exporter")}
                hint={t("shipperHint")}
                value={found.shipper ?? ""}
                required
                rows={4}
                maxLength={confirmationLimits.shipper}
              />
              <TextField
                name="authority"
                label={t("authority")}
                value={to?.authority ?? ""}
                required
                width="w-full"
              />
              <TextField
                name="recipient"
                label={t("recipient")}
                type="email"
                value={to?.recipient ?? ""}
                required
                width="w-full"
              />
              <TextArea
                name="remarks"
                label={t("letter.remarks")}
                rows={3}
                maxLength={confirmationLimits.remarks}
              />
              <div className="actions">
                <button className="button">{t("button")}</button>
                <PageLink className="button button--link" href={statement}>
                  {t("back")}
                </PageLink>
              </div>
            </PortalForm>
          </>
        ) : (
          <>
            <PageTitle title={title} />
            <p className="note">{refused("ownProfile")}</p>
            <PageLink href={statement}>{t("back")}</PageLink>
          </>
        )}
      </main>
    </>
  );
}
