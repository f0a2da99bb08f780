import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { startAnnouncement } from "./actions";
import { AnnouncedFields } from "@/app/[locale]/(exporter)/imports/announced-fields";
import { HowItWorks } from "@/app/[locale]/(exporter)/imports/how-it-works";
import { OriginalCard } from "@/app/[locale]/(exporter)/imports/original-card";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { StepForm } from "@/components/form/step-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

/** The first of two steps: what the certificate says. It is kept as a draft, and the scan comes next. */
export default async function NewAnnouncementPage() {
  const viewer = await requireExporter();
  const t = await getTranslations("imports");
  const profiles = viewer.standings.filter(({ permissions }) => permissions.includes("prepare"));
  const chosen = await chosenStanding();
  const proposed = profiles.find(({ exporterId }) => exporterId === chosen?.exporterId);
  const [only, ...others] = profiles;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/imports", text: t("title") }]} />
      <main id="main" className="container">
        {only ? <p className="caption">{t("form.step", { step: 1 })}</p> : null}
        <h1>{t("form.newTitle")}</h1>
        {only ? (
          <StepForm
            title={await fullTitle(t("form.newTitle"))}
            action={startAnnouncement}
            before={<p>{t("form.intro")}</p>}
            aside={
              <aside>
                <HowItWorks />
                <OriginalCard today={todayInOttawa()} />
              </aside>
            }
          >
            <HiddenField name="creationToken" value={crypto.randomUUID()} />
            {others.length === 0 ? (
              <HiddenField name="exporterId" value={only.exporterId} />
            ) : (
              <ChoiceField
                name="exporterId"
                label={t("form.exporter")}
                hint={t("form.exporterHint")}
                required
                value={proposed?.exporterId}
                choices={profiles.map(({ exporterId, legalName }) => ({
                  value: exporterId,
                  text: legalName,
                }))}
              />
            )}
            <AnnouncedFields stored={{}} />
            <div className="actions">
              <button className="button">{t("form.continue")}</button>
            </div>
          </StepForm>
        ) : (
          <div className="notice">
            <PageTitle title={t("form.newTitle")} />
            <p>{viewer.standings.length > 0 ? t("empty.viewOnly") : t("noProfile")}</p>
            <p>
              <PageLink href="/imports">{t("title")}</PageLink>
            </p>
          </div>
        )}
      </main>
    </>
  );
}
