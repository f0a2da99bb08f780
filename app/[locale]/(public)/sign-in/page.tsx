import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PartnerForm } from "@/app/[locale]/(public)/sign-in/partner-form";
import { currentPerson, toStartPage } from "@/lib/auth/current";
import { partners } from "@/lib/auth/partners";
import { safeReturnTo } from "@/lib/auth/return-to";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

/** Explains what comes and leads to a sign-in partner; whoever is signed in goes on at once. */
export default async function SignInPage({ searchParams }: PageProps<"/[locale]/sign-in">) {
  if (await currentPerson()) return toStartPage();
  const returnTo = safeReturnTo((await searchParams)["returnTo"]);
  const t = await getTranslations("signIn");
  const locale = await getLocale();
  const [gckey, partner] = partners();
  return (
    <>
      <h1>{t("title")}</h1>
      {returnTo ? (
        <div className="notice">
          <h2>{t("needed.title")}</h2>
          <p>{t("needed.text")}</p>
        </div>
      ) : null}
      {partner ? <p className="lede">{t("choose")}</p> : null}
      {partner ? <h2>{t("option", { number: "1", name: gckey?.name[locale] ?? "" })}</h2> : null}
      <p>{t("text")}</p>
      <ol>
        <li>{t("steps.credential")}</li>
        <li>{t("steps.factor")}</li>
        <li>{t("steps.back")}</li>
      </ol>
      <p>{t("newCredential")}</p>
      <PartnerForm partner="gckey" returnTo={returnTo} label={t("button")} />
      {partner ? (
        <>
          <h2>{t("option", { number: "2", name: partner.name[locale] })}</h2>
          <p>{t("partner.text", { name: partner.name[locale] })}</p>
          <PartnerForm
            partner={partner.id}
            returnTo={returnTo}
            label={t("partner.button", { name: partner.name[locale] })}
            secondary
          />
        </>
      ) : null}
      <p className="small soft">{t("limits")}</p>
    </>
  );
}
