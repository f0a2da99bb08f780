import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { introduceMyself } from "@/app/[locale]/(arrival)/welcome/actions";
import { StepCaption } from "@/app/[locale]/(arrival)/welcome/step-caption";
import { DetailFields } from "@/app/[locale]/(account)/account/detail-fields";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { currentPerson, requestLocale, requireStep } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { showForm } from "@/lib/forms/show-form";
import { fullTitle } from "@/lib/i18n/full-title";
import { findDetails, findOwnRequest, findPendingAddress } from "@/lib/people/queries";
import { introductionForm } from "@/lib/people/schema";

export const metadata: Metadata = { title: null };

/** Who the person is and where they are written to, in one form. */
export default async function ProfilePage({
  searchParams,
}: PageProps<"/[locale]/welcome/profile">) {
  const { returnTo } = await searchParams;
  const viewer = await requireStep(["profile", "email"], returnTo);
  const [details, pending, request, person] = await Promise.all([
    findDetails(viewer),
    findPendingAddress(viewer),
    findOwnRequest(viewer),
    currentPerson(),
  ]);
  const locale = await requestLocale();
  // Whoever has not chosen yet is written to in the language in which they read.
  const language = details.firstName === "" ? locale : details.language;
  const stored = { ...details, language, email: pending?.email ?? details.email };
  const values = showForm(introductionForm.fields, stored, locale);
  const t = await getTranslations("welcome.profile");
  const account = await getTranslations("account.email");
  return (
    <>
      <StepCaption step={2} />
      <h1>{t("title")}</h1>
      {request?.state === "refused" && !pending ? (
        <div className="notice notice--warning">
          <h2>{t("refused.title")}</h2>
          <p>{t("refused.text")}</p>
          <p>
            <PageLink href="/contact">{t("contact")}</PageLink>
          </p>
        </div>
      ) : null}
      <p className="lede">{t("lede")}</p>
      <PortalForm className="column" action={introduceMyself} title={await fullTitle(t("title"))}>
        <HiddenField name="returnTo" value={safeReturnTo(returnTo) ?? ""} />
        <TextField
          name="email"
          type="email"
          value={values["email"]}
          label={account("label")}
          hint={t("emailHint")}
          autoComplete="email"
          width="w-full"
          maxLength={254}
          required
        />
        <DetailFields values={values} officer={viewer.kind === "officer"} />
        <div className="actions">
          <button className="button">{person?.confirmed ? t("saveButton") : t("button")}</button>
        </div>
      </PortalForm>
    </>
  );
}
