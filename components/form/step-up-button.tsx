import { useLocale, useTranslations } from "next-intl";

/**
 * Leads to the credential provider, which asks for both factors again: in another tab, so that what is
 * typed in this one stays, or, where nothing is typed yet, and back to `returnTo`.
 */
export function StepUpButton({ returnTo }: { returnTo?: string }) {
  const t = useTranslations("form.stepUp");
  return (
    <form
      method="post"
      action="/api/auth/sign-in"
      {...(returnTo === undefined ? { target: "_blank", rel: "noopener" } : {})}
    >
      <input type="hidden" name="locale" value={useLocale()} />
      <input type="hidden" name="stepUp" value="1" />
      {returnTo === undefined ? null : <input type="hidden" name="returnTo" value={returnTo} />}
      <button className="button button--secondary">
        {returnTo === undefined ? t("otherTab") : t("button")}
      </button>
    </form>
  );
}
