import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signInProblem");
  return { title: t("title") };
}

const reasons = ["AccessDenied", "Unavailable"] as const;

/** A sign-in that did not succeed: why, as far as it helps, and how to go on. */
export default async function SignInProblemPage({
  searchParams,
}: PageProps<"/[locale]/sign-in/problem">) {
  const { error } = await searchParams;
  const reason = reasons.find((known) => known === error) ?? "other";
  const t = await getTranslations("signInProblem");
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t(reason)}</p>
      <p className="actions">
        <PageLink className="button" href="/sign-in">
          {t("again")}
        </PageLink>
      </p>
      <p>
        <PageLink href="/contact">{t("contact")}</PageLink>
      </p>
    </>
  );
}
