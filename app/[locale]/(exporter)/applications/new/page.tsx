import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { startApplication } from "./actions";
import { WhatYouNeed } from "./what-you-need";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { StepForm } from "@/components/form/step-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

/** Chooses the profile where there are several, and starts. */
export default async function NewApplicationPage() {
  const viewer = await requireExporter();
  const t = await getTranslations("applications");
  const profiles = viewer.standings.filter(({ permissions }) => permissions.includes("prepare"));
  const chosen = await chosenStanding();
  const proposed = profiles.find(({ exporterId }) => exporterId === chosen?.exporterId);
  const [only, ...others] = profiles;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/applications", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("start.title")}</h1>
        {only ? (
          <StepForm
            title={await fullTitle(t("start.title"))}
            action={startApplication}
            aside={<WhatYouNeed />}
          >
            <HiddenField name="creationToken" value={crypto.randomUUID()} />
            <ChoiceField
              name="exporterId"
              label={t("start.exporter")}
              hint={t("start.hint")}
              required
              value={others.length === 0 ? only.exporterId : proposed?.exporterId}
              choices={profiles.map(({ exporterId, legalName }) => ({
                value: exporterId,
                text: legalName,
              }))}
            />
            <div className="actions">
              <button className="button">{t("start.button")}</button>
            </div>
          </StepForm>
        ) : (
          <div className="notice">
            <PageTitle title={t("start.title")} />
            {viewer.standings.length > 0 ? (
              <>
                <h2>{t("start.viewOnly")}</h2>
                <p>{t("start.viewOnlyText")}</p>
                <p>
                  <PageLink href="/applications">{t("title")}</PageLink>
                </p>
              </>
            ) : (
              <>
                <h2>{t("start.none")}</h2>
                <p>{t("noProfile")}</p>
                <p>
                  <PageLink className="button" href="/profile/new">
                    {t("createProfile")}
                  </PageLink>
                </p>
              </>
            )}
          </div>
        )}
      </main>
    </>
  );
}
