import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveDetails } from "./actions";
import { DetailFields } from "@/app/[locale]/(account)/account/detail-fields";
import { PortalForm } from "@/components/form/portal-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { requestLocale, requireViewer } from "@/lib/auth/current";
import { showForm } from "@/lib/forms/show-form";
import { fullTitle } from "@/lib/i18n/full-title";
import { findDetails } from "@/lib/people/queries";
import { detailsForm } from "@/lib/people/schema";

export const metadata: Metadata = { title: null };

export default async function DetailsPage() {
  const viewer = await requireViewer();
  const stored = await findDetails(viewer);
  const t = await getTranslations("account");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/account", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("details.change")}</h1>
        <PortalForm
          className="column"
          action={saveDetails}
          title={await fullTitle(t("details.change"))}
        >
          <DetailFields
            values={showForm(detailsForm.fields, stored, await requestLocale())}
            officer={viewer.kind === "officer"}
          />
          <div className="actions">
            <button className="button">{t("details.save")}</button>
            <PageLink className="button button--secondary" href="/account">
              {t("details.cancel")}
            </PageLink>
          </div>
        </PortalForm>
      </main>
    </>
  );
}
