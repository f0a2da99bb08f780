import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createProfile } from "@/app/[locale]/(exporter)/profile/actions";
import { ProfileFields } from "@/app/[locale]/(exporter)/profile/profile-fields";
import { HiddenField } from "@/components/form/hidden-field";
import { StepForm } from "@/components/form/step-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { requireExporter } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

export default async function NewProfilePage() {
  await requireExporter();
  const t = await getTranslations("profile");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/profile", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("newTitle")}</h1>
        <StepForm
          title={await fullTitle(t("newTitle"))}
          action={createProfile}
          aside={
            <aside>
              <div className="card card--wash">
                <h2>{t("why")}</h2>
                <p>{t("whyText")}</p>
                <p>{t("privacy")}</p>
              </div>
            </aside>
          }
        >
          <HiddenField name="creationToken" value={crypto.randomUUID()} />
          <ProfileFields values={{}} />
          <div className="actions">
            <button className="button">{t("createButton")}</button>
            <PageLink className="button button--secondary" href="/profile">
              {t("cancel")}
            </PageLink>
          </div>
        </StepForm>
      </main>
    </>
  );
}
