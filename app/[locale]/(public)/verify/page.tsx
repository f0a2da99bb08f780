import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { checkAnswers } from "@/lib/certificates/check-answer";
import { fullTitle } from "@/lib/i18n/full-title";
import { CheckAnswer } from "./check-answer";
import { check } from "./check";

export const metadata: Metadata = { title: null };

/** The public check: number and code in, one word out. It works without script and without an account. */
export default async function VerifyPage() {
  const t = await getTranslations("verify");
  const words = Object.fromEntries(
    checkAnswers.map((answer) => [
      answer,
      { word: t(`answer.${answer}.word`), text: t(`answer.${answer}.text`) },
    ]),
  );
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      <PortalForm action={check} title={await fullTitle(t("title"))}>
        <CheckAnswer title={t.raw("answer.title") as string} words={words} />
        <TextField
          name="number"
          label={t("number")}
          hint={t("numberHint")}
          required
          width="w-12"
          maxLength={40}
        />
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          required
          width="w-12"
          maxLength={40}
        />
        <div className="actions">
          <button className="button">{t("button")}</button>
        </div>
      </PortalForm>
      <p className="small">{t("privacy")}</p>
      <p>
        <PageLink href="/contact">{t("contact")}</PageLink>
      </p>
    </>
  );
}
