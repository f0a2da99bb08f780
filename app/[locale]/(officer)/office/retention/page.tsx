import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { listDue, listHolds, listRules } from "@/lib/retention/queries/find-retention";
import { DueTable } from "./due-table";
import { HoldForm } from "./hold-form";
import { HoldTable } from "./hold-table";
import { RuleTable } from "./rule-table";

export const metadata: Metadata = { title: null };

/** What is kept for how long, what is on hold, and what may be disposed of. */
export default async function RetentionPage() {
  const viewer = await requireOfficer("administrator", "auditor");
  const [rules, holds, due] = await Promise.all([
    listRules(viewer),
    listHolds(viewer),
    listDue(viewer),
  ]);
  const t = await getTranslations("office.retention");
  const keeps = viewer.roles.includes("administrator");
  return (
    <main id="main" className="o-page">
      {keeps ? null : <PageTitle title={t("title")} />}
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <RuleTable rules={rules} />
      <section className="box" aria-labelledby="holds-title">
        <h2 id="holds-title">{t("holds.title")}</h2>
        {holds.length === 0 ? <p>{t("holds.none")}</p> : null}
        {holds.length > 0 ? <HoldTable holds={holds} keeps={keeps} /> : null}
        {keeps ? <HoldForm title={await fullTitle(t("title"))} /> : null}
      </section>
      <DueTable due={due} rules={rules} keeps={keeps} />
    </main>
  );
}
