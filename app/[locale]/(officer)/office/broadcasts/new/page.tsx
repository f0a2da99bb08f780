import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { BroadcastForm } from "./broadcast-form";

export const metadata: Metadata = { title: null };

/** Writes an announcement in both languages, looks at it, and plans it. */
export default async function NewBroadcastPage() {
  await requireOfficer("administrator");
  const t = await getTranslations("office.broadcasts");
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/broadcasts", text: t("title") }]} />
      <main id="main" className="o-page">
        <h1>{t("write.title")}</h1>
        <p>{t("write.text")}</p>
        <BroadcastForm title={await fullTitle(t("write.title"))} />
      </main>
    </>
  );
}
