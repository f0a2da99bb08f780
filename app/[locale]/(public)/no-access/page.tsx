import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("noAccess");
  return { title: t("title") };
}

const reasons = ["suspended", "dormant", "mandate"] as const;

/** Signed in, but without the role, or with one that rests: a page that says so. */
export default async function NoAccessPage({ searchParams }: PageProps<"/[locale]/no-access">) {
  const { reason } = await searchParams;
  const t = await getTranslations("noAccess");
  const known = reasons.find((each) => each === reason);
  const text = known ? t(`reasons.${known}`) : t("text");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{text}</p>
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
