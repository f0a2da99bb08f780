import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { accept } from "@/app/[locale]/(arrival)/welcome/actions";
import { StepCaption } from "@/app/[locale]/(arrival)/welcome/step-caption";
import { CheckboxField } from "@/components/form/checkbox-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { PortalText } from "@/components/record/portal-text";
import { currentPerson, requireStep } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { showDate } from "@/lib/forms/dates";
import { fullTitle } from "@/lib/i18n/full-title";
import { currentTerms } from "@/lib/texts/queries";

export const metadata: Metadata = { title: null };

/** The terms of use, whole, to be accepted or declined. */
export default async function TermsPage({ searchParams }: PageProps<"/[locale]/welcome/terms">) {
  const { returnTo, changed } = await searchParams;
  await requireStep(["terms"], returnTo);
  const [terms, person] = await Promise.all([currentTerms(), currentPerson()]);
  if (!terms) return null;
  const t = await getTranslations("welcome.terms");
  const locale = await getLocale();
  const texts = await getTranslations("texts");
  const lede = changed ? t("changed") : person?.accepted ? t("again") : t("lede");
  return (
    <>
      <StepCaption step={1} />
      <h1>{t("title")}</h1>
      <p className="lede">{lede}</p>
      {/* The text is in the form, so that what is wrong stands above it, where the page opens. */}
      <PortalForm action={accept} title={await fullTitle(t("title"))}>
        <p className="small soft">
          {texts("since", { version: terms.version, date: showDate(terms.validFrom, locale) })}
        </p>
        <PortalText text={locale === "fr" ? terms.textFr : terms.textEn} />
        <HiddenField name="returnTo" value={safeReturnTo(returnTo) ?? ""} />
        <input type="hidden" name="version" value={terms.version} />
        <CheckboxField name="accepted" label={t("accept")} required />
        <div className="actions">
          <button className="button">{t("button")}</button>
        </div>
      </PortalForm>
      <form method="post" action="/api/auth/sign-out">
        <input type="hidden" name="locale" value={locale} />
        <p>{t("declineText")}</p>
        <p className="actions">
          <button className="button button--secondary">{t("decline")}</button>
        </p>
      </form>
    </>
  );
}
