import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { PortalText } from "@/components/record/portal-text";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";
import { findVersions, textKinds } from "@/lib/texts/queries";
import { TextForm } from "./text-form";
import { VersionTable } from "./version-table";

export const metadata: Metadata = { title: null };

/** One text: its versions to read, and the next one to write. */
export default async function TextPage({
  params,
  searchParams,
}: PageProps<"/[locale]/office/texts/[kind]">) {
  const viewer = await requireOfficer("administrator", "auditor");
  const asked = (await params).kind;
  const kind = textKinds.find((known) => known === asked);
  const found = kind ? await findVersions(viewer, kind) : null;
  const t = await getTranslations("office.texts");
  if (!kind || !found) {
    return (
      <main id="main" className="o-page">
        <RecordNotFound back={<PageLink href="/office/texts">{t("title")}</PageLink>} />
      </main>
    );
  }
  const name = (await getTranslations("texts.kinds"))(kind);
  const { versions } = found;
  const wanted = (await searchParams)["version"];
  const shown = versions.find(({ version }) => String(version) === wanted);
  const administers = viewer.roles.includes("administrator");
  const fresh = !(await asksToStepUp(viewer));
  const href = { pathname: "/office/texts/[kind]", params: { kind } } as const;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/texts", text: t("title") }]} />
      <main id="main" className="o-page">
        {administers && fresh ? null : <PageTitle title={name} />}
        <h1>{name}</h1>
        <p>
          <PageLink href={`/${kind}`}>{t("public")}</PageLink>
        </p>
        <VersionTable kind={kind} versions={versions} shown={shown?.version ?? null} />
        {shown ? (
          <section className="box" aria-labelledby="shown-title">
            <h2 id="shown-title">{t("versions.reading", { version: shown.version })}</h2>
            <div className="two">
              <PortalText text={shown.textEn} lang="en-CA" />
              <PortalText text={shown.textFr} lang="fr-CA" />
            </div>
          </section>
        ) : null}
        {administers && fresh ? (
          <TextForm
            kind={kind}
            administratorId={viewer.userId}
            newest={versions[0]}
            title={await fullTitle(name)}
          />
        ) : null}
        {administers && !fresh ? (
          <StepUpNotice returnTo={getPathname({ href, locale: await getLocale() })} />
        ) : null}
      </main>
    </>
  );
}
