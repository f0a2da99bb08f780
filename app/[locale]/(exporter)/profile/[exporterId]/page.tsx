import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { changeProfile } from "@/app/[locale]/(exporter)/profile/actions";
import { ProfileFields } from "@/app/[locale]/(exporter)/profile/profile-fields";
import { HiddenField } from "@/components/form/hidden-field";
import { StepForm } from "@/components/form/step-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { SummaryList } from "@/components/record/summary-list";
import { requireExporter } from "@/lib/auth/current";
import { findExporter, type ExporterDetail } from "@/lib/exporters/queries/find";
import { exporterProfileForm } from "@/lib/exporters/schema";
import { showForm } from "@/lib/forms/show-form";
import { fullTitle } from "@/lib/i18n/full-title";
import { getFormatter } from "@/lib/i18n/get-formatter";

export const metadata: Metadata = { title: null };

type Props = PageProps<"/[locale]/profile/[exporterId]">;

/** A profile: its owner changes it, its representatives read it. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const viewer = await requireExporter();
  const { exporterId } = await params;
  const exporter = await findExporter(viewer, exporterId);
  if (!exporter) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const { accepted } = await searchParams;
  const t = await getTranslations("profile");
  const book = await getTranslations("book");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/profile", text: t("title") }]} />
      <main id="main" className="container">
        <p className="caption">{t("editTitle")}</p>
        <h1>{exporter.legalName}</h1>
        {accepted ? (
          <div className="notice notice--success" role="status">
            <h2>{t("accepted", { exporter: exporter.legalName })}</h2>
            <p>{t("acceptedText")}</p>
          </div>
        ) : null}
        <p>
          <PageLink
            href={{ pathname: "/profile/[exporterId]/representatives", params: { exporterId } }}
          >
            {exporter.mayChange ? t("manage") : t("seeRepresentatives")}
          </PageLink>{" "}
          <span className="soft">({t("representatives", { count: exporter.acting })})</span>
        </p>
        <p>
          <PageLink href={{ pathname: "/profile/[exporterId]/book", params: { exporterId } }}>
            {book("title")}
          </PageLink>
        </p>
        {exporter.mayChange ? (
          <EditProfile exporter={exporter} />
        ) : (
          <ReadProfile exporter={exporter} />
        )}
      </main>
    </>
  );
}

async function EditProfile({ exporter }: { exporter: ExporterDetail }) {
  const t = await getTranslations("profile");
  const format = await getFormatter();
  const stored = { ...exporter, residencyAttested: true };
  const values = showForm(exporterProfileForm.fields, stored, await getLocale());
  const date = format.dateTime(exporter.residencyAttestedAt, { dateStyle: "long" });
  return (
    <StepForm
      title={await fullTitle(t("editTitle"))}
      action={changeProfile.bind(null, exporter.id)}
      aside={
        <aside>
          <div className="card card--wash">
            <h2>{t("why")}</h2>
            <p>{t("whyText")}</p>
            <p>{t("savedText")}</p>
            <p>{t("attested", { date })}</p>
          </div>
        </aside>
      }
    >
      <HiddenField name="version" value={String(exporter.version)} />
      <ProfileFields values={values} />
      <div className="actions">
        <button className="button">{t("save")}</button>
        <PageLink className="button button--secondary" href="/profile">
          {t("cancel")}
        </PageLink>
      </div>
    </StepForm>
  );
}

async function ReadProfile({ exporter }: { exporter: ExporterDetail }) {
  const t = await getTranslations("profile");
  const format = await getFormatter();
  const date = format.dateTime(exporter.residencyAttestedAt, { dateStyle: "long" });
  const place = `${exporter.city} ${exporter.province}\u2002${exporter.postalCode}`;
  return (
    <>
      <PageTitle title={t("editTitle")} />
      <p className="lede">{t("readOnly")}</p>
      <SummaryList
        rows={[
          { term: t("legalName"), text: exporter.legalName },
          { term: t("address"), text: [...exporter.addressLines, place] },
          { term: t("businessNumber"), text: exporter.businessNumber },
          { term: t("residency"), text: t("attested", { date }) },
        ]}
      />
      <p className="actions">
        <PageLink className="button" href="/applications/new">
          {t("apply")}
        </PageLink>
      </p>
    </>
  );
}
