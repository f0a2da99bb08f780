import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { certificateHref } from "../certificate-href";
import { CertificateTrail } from "../certificate-trail";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { findImportConfirmation } from "@/lib/certificates/queries/find-confirmation";
import { receiptLimits } from "@/lib/certificates/receipt/schema";
import { fullTitle } from "@/lib/i18n/full-title";
import { ask } from "./actions";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ certificateId: string }>;
}

/** An officer asks the importing authority to confirm an import, at the mailbox that they know of. */
export default async function AskPage({ params }: Props) {
  const viewer = await requireOfficer("reviewer", "signatory");
  const { certificateId } = await params;
  const found = await findImportConfirmation(viewer, certificateId);
  if (!found) return <DeskNotFound />;
  const t = await getTranslations("importReceipt");
  const life = await getTranslations("life");
  const { asked, registered } = found;
  const title = t("ask.title", { number: found.number });
  const entry = certificateHref(certificateId);
  return (
    <>
      <CertificateTrail id={certificateId} number={found.number} />
      <main id="main" className="o-page narrow">
        {found.mayAct && found.mayAsk ? null : <PageTitle title={title} />}
        <h1>{title}</h1>
        <p>{t("ask.text")}</p>
        {registered ? <p className="note">{t("ask.registered", registered)}</p> : null}
        {found.mayAct && found.mayAsk ? (
          <PortalForm action={ask.bind(null, certificateId)} title={await fullTitle(title)}>
            <HiddenField name="person" value={viewer.userId} />
            <TextField
              name="authority"
              label={life("fields.authority")}
              value={asked?.authority ?? registered?.authority ?? ""}
              required
              width="w-full"
              maxLength={receiptLimits.authority}
            />
            <TextField
              name="recipient"
              label={life("fields.recipient")}
              type="email"
              value={asked?.recipient ?? registered?.recipient ?? ""}
              required
              width="w-full"
            />
            <div className="actions">
              <button className="button">{t("ask.button")}</button>
              <PageLink className="button button--link" href={entry}>
                {life("back")}
              </PageLink>
            </div>
          </PortalForm>
        ) : (
          <>
            <p className="note">{life(found.mayAct ? "notNow" : "ownProfile")}</p>
            <PageLink href={entry}>{life("back")}</PageLink>
          </>
        )}
      </main>
    </>
  );
}
