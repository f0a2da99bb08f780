import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileSearch } from "@/app/[locale]/(officer)/office/_desk/profile-search";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireReviewer } from "@/lib/auth/current";
import { findImporter } from "@/lib/exporters/queries/search";
import { fullTitle } from "@/lib/i18n/full-title";
import { startFromPaper } from "./actions";

export const metadata: Metadata = { title: null };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Whose application came on paper, and when; then it is typed in where its exporter would. */
export default async function NewPaperPage({ searchParams }: Props) {
  const viewer = await requireReviewer();
  const query = await searchParams;
  const said = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const t = await getTranslations("office.paper");
  const asked = said("exporter");
  const exporter = asked ? await findImporter(viewer, asked) : null;
  const usable = exporter && !exporter.ownProfile;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/paper", text: t("title") }]} />
      <main id="main" className="o-page">
        {usable ? (
          <>
            <h1>{t("start")}</h1>
            <p>
              <b>{exporter.legalName}</b>, {exporter.city} ({exporter.province}).{" "}
              <PageLink href="/office/paper/new">{t("another")}</PageLink>
            </p>
            <PortalForm
              action={startFromPaper.bind(null, exporter.id)}
              title={await fullTitle(t("start"))}
            >
              <HiddenField name="creationToken" value={randomUUID()} />
              <TextField
                name="receivedOn"
                label={t("receivedOn")}
                hint={t("receivedHint")}
                width="w-12"
                required
              />
              <ChoiceField
                name="language"
                label={t("language")}
                hint={t("languageHint")}
                required
                inline
                choices={[
                  { value: "en", text: <span lang="en">English</span> },
                  { value: "fr", text: <span lang="fr">Français</span> },
                ]}
              />
              <p>{t("fourEyes")}</p>
              <div className="actions">
                <button className="button">{t("begin")}</button>
              </div>
            </PortalForm>
          </>
        ) : (
          <>
            <PageTitle title={t("start")} />
            <ProfileSearch
              viewer={viewer}
              page="/office/paper/new"
              name="exporter"
              text={said("find")}
              title={t("whose")}
              intro={t("whoseIntro")}
              own={t("own")}
              problem={exporter ? t("own") : asked ? t("notFound") : null}
            />
          </>
        )}
      </main>
    </>
  );
}
