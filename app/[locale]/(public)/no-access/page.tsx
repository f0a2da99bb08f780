import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("noAccess");
  return { title: t("title") };
}

/** Signed in, but without the role: a page that says so. */
export default async function NoAccessPage() {
  const t = await getTranslations("noAccess");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <ul>
        <li>
          <PageLink href="/applications">{t("applications")}</PageLink>
        </li>
        <li>
          <PageLink href="/contact">{t("contact")}</PageLink>
        </li>
      </ul>
    </>
  );
}
