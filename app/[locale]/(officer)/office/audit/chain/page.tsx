import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { checkLimit } from "@/lib/audit/commands/check";
import { findChainState, listChecks } from "@/lib/audit/queries/chain-state";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { checkNow } from "./actions";
import { CheckTable } from "./check-table";

export const metadata: Metadata = { title: null };

/** The chain that seals the trail: checked on demand, with the last results. */
export default async function ChainPage() {
  const viewer = await requireOfficer("administrator", "auditor");
  const [state, checks] = await Promise.all([findChainState(viewer), listChecks(viewer)]);
  const t = await getTranslations("office.audit");
  const times = await deskTimes();
  const batch = state?.batch;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/audit", text: t("title") }]} />
      <main id="main" className="o-page">
        <h1>{t("chain.title")}</h1>
        <p>{t("chain.text")}</p>
        {batch ? (
          <dl className="kv">
            <dt>{t("chain.head")}</dt>
            <dd>
              <span className="mono breaks">{batch.head}</span>
              <span className="sub">
                {t("chain.headOf", { batch: batch.id, when: times.near(batch.sealedAt) })}
              </span>
            </dd>
          </dl>
        ) : null}
        <section className="box" aria-labelledby="check-title">
          <h2 id="check-title">{t("chain.form.title")}</h2>
          <PortalForm action={checkNow} title={await fullTitle(t("chain.title"))}>
            <div className="line">
              <TextField name="from" label={t("chain.form.from")} width="w-12" />
              <TextField name="to" label={t("chain.form.to")} width="w-12" />
            </div>
            <p className="hint">
              {t("chain.form.hint", { limit: checkLimit, command: "npm run audit:verify" })}
            </p>
            <div className="actions">
              <button className="button">{t("chain.form.button")}</button>
            </div>
          </PortalForm>
        </section>
        <CheckTable checks={checks} />
      </main>
    </>
  );
}
