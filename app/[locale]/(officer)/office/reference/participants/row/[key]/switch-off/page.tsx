import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { switchOffNow } from "./actions";
import { EffectNote } from "@/app/[locale]/(officer)/office/reference/_parts/effect-note";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { ReferenceTrail } from "@/app/[locale]/(officer)/office/reference/_parts/reference-trail";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { keyIn, rowHref } from "@/app/[locale]/(officer)/office/reference/_parts/row-href";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { findRow } from "@/lib/amendments/queries/find-row";
import { countOpenFilesTo } from "@/lib/amendments/queries/find-change";
import { amendmentLimits } from "@/lib/amendments/schema";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";

export const metadata: Metadata = { title: null };

/** Takes a participant off the Schedule at once: an order is registered, and another administrator confirms later. */
export default async function SwitchOffPage({
  params,
}: PageProps<"/[locale]/office/reference/participants/row/[key]/switch-off">) {
  const viewer = await requireOfficer("administrator");
  const key = keyIn((await params).key);
  const today = todayInOttawa();
  const found = await findRow(viewer, "participants", key, today);
  if (!found) return <KindNotFound />;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const name = words.row("participants", found.newest);
  const title = t("switchOff.title", { name });
  const fresh = !(await asksToStepUp(viewer));
  const here = {
    pathname: "/office/reference/participants/row/[key]/switch-off",
    params: { key },
  } as const;
  return (
    <>
      <ReferenceTrail kind="participants" row={{ key, name }} />
      <main id="main" className="o-page">
        {fresh ? null : <PageTitle title={title} />}
        <h1>{title}</h1>
        <p className="law">{t("switchOff.text")}</p>
        <EffectNote {...await countOpenFilesTo(viewer, key)} />
        {fresh ? (
          <PortalForm action={switchOffNow.bind(null, key)} title={await fullTitle(title)}>
            <HiddenField name="person" value={viewer.userId} />
            <TextField
              name="order"
              label={t("switchOff.order")}
              hint={t("switchOff.orderHint")}
              required
              width="w-20"
              maxLength={100}
            />
            <TextField
              name="registeredOn"
              label={t("switchOff.registeredOn")}
              hint={t("switchOff.registeredOnHint")}
              value={words.date(today)}
              required
              width="w-12"
            />
            <TextArea
              name="why"
              label={t("form.why")}
              required
              rows={3}
              maxLength={amendmentLimits.reason}
            />
            <div className="actions">
              <button className="button">{t("switchOff.button")}</button>
              <PageLink className="button button--link" href={rowHref("participants", key, "")}>
                {t("back")}
              </PageLink>
            </div>
          </PortalForm>
        ) : (
          <StepUpNotice returnTo={getPathname({ href: here, locale: await getLocale() })} />
        )}
      </main>
    </>
  );
}
