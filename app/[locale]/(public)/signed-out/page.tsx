import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signedOut");
  return { title: t("title") };
}

export default async function SignedOutPage() {
  const t = await getTranslations("signedOut");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>
        <PageLink href="/">{t("home")}</PageLink>
      </p>
    </>
  );
}
