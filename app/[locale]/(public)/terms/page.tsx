import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CurrentText } from "@/app/[locale]/(public)/current-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("texts.kinds");
  return { title: t("terms") };
}

export default function TermsPage() {
  return <CurrentText kind="terms" />;
}
