import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { currentPerson, toStartPage } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

/** Explains what comes and leads to the credential provider; whoever is signed in goes on at once. */
export default async function SignInPage({ searchParams }: PageProps<"/[locale]/sign-in">) {
  if (await currentPerson()) return toStartPage();
  const returnTo = safeReturnTo((await searchParams)["returnTo"]);
  const t = await getTranslations("signIn");
  return (
    <>
      <h1>{t("title")}</h1>
      {returnTo ? (
        <div className="notice">
          <h2>{t("needed.title")}</h2>
          <p>{t("needed.text")}</p>
        </div>
      ) : null}
      <p>{t("text")}</p>
      <ol>
        <li>{t("steps.credential")}</li>
        <li>{t("steps.factor")}</li>
        <li>{t("steps.back")}</li>
      </ol>
      <form method="post" action="/api/auth/sign-in" className="actions">
        <input type="hidden" name="locale" value={await getLocale()} />
        {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
        <button className="button" type="submit">
          {t("button")}
        </button>
      </form>
      <p className="small soft">{t("limits")}</p>
    </>
  );
}
