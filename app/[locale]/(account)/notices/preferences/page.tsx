import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { savePreferences } from "./actions";
import { PreferenceFields } from "./preference-fields";
import { SavedNotice } from "@/app/[locale]/(account)/account/saved-notice";
import { PortalForm } from "@/components/form/portal-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { requireViewer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findPreferences } from "@/lib/notices/queries";

export const metadata: Metadata = { title: null };

/** Which notices come by email as well, and in which language. */
export default async function PreferencesPage({
  searchParams,
}: PageProps<"/[locale]/notices/preferences">) {
  const viewer = await requireViewer();
  const { saved } = await searchParams;
  const { types, language, address } = await findPreferences(viewer);
  const t = await getTranslations("notices");
  const urgent = types.filter((type) => type.urgent);
  const b = (chunks: React.ReactNode) => <strong>{chunks}</strong>;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/notices", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("preferences.title")}</h1>
        {saved ? (
          <SavedNotice title={t("preferences.saved.title")} text={t("preferences.saved.text")} />
        ) : null}
        <p className="lede">{t("preferences.lede")}</p>
        <p>
          {address ? t.rich("preferences.address", { address, b }) : t("preferences.noAddress")}{" "}
          <PageLink href="/account/email">{t("preferences.changeAddress")}</PageLink>
        </p>
        <PortalForm
          className="column"
          action={savePreferences}
          title={await fullTitle(t("preferences.title"))}
        >
          <PreferenceFields types={types.filter((type) => !type.urgent)} language={language} />
          <div className="actions">
            <button className="button">{t("preferences.save")}</button>
            <PageLink className="button button--secondary" href="/notices">
              {t("preferences.cancel")}
            </PageLink>
          </div>
        </PortalForm>
        <h2>{t("preferences.always.title")}</h2>
        <p>{t("preferences.always.text")}</p>
        <dl className="summary">
          {urgent.map(({ type }) => (
            <div key={type}>
              <dt>{t(`types.${type}.name`)}</dt>
              <dd>{t(`types.${type}.means`)}</dd>
            </div>
          ))}
        </dl>
      </main>
    </>
  );
}
