import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";
import { officerLimits } from "@/lib/officers/schema";
import { RoleBoxes } from "../role-boxes";
import { inviteOfficer } from "./actions";

export const metadata: Metadata = { title: null };

/** Asks somebody to join the office. */
export default async function InviteOfficerPage() {
  const viewer = await requireOfficer("administrator");
  const t = await getTranslations("office.users.inviteForm");
  const users = await getTranslations("office.users");
  const here = getPathname({ href: "/office/users/invite", locale: await getLocale() });
  const fresh = !(await asksToStepUp(viewer));
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/users", text: users("title") }]} />
      <main id="main" className="o-page">
        {fresh ? null : <PageTitle title={t("title")} />}
        <h1>{t("title")}</h1>
        <p>{t("text")}</p>
        {fresh ? (
          <PortalForm action={inviteOfficer} title={await fullTitle(t("title"))}>
            <HiddenField name="person" value={viewer.userId} />
            <TextField
              name="email"
              label={t("email")}
              type="email"
              required
              width="w-20"
              maxLength={officerLimits.email}
            />
            <RoleBoxes />
            <div className="actions">
              <button className="button">{t("button")}</button>
              <PageLink className="button button--link" href="/office/users">
                {t("back")}
              </PageLink>
            </div>
          </PortalForm>
        ) : (
          <StepUpNotice returnTo={here} />
        )}
      </main>
    </>
  );
}
