import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangedRows } from "./changed-rows";
import { DecideForms } from "./decide-forms";
import { TakeBackForm } from "./take-back-form";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { EffectNote } from "@/app/[locale]/(officer)/office/reference/_parts/effect-note";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { OutcomeTag } from "@/app/[locale]/(officer)/office/reference/_parts/outcome-tag";
import { ReferenceTrail } from "@/app/[locale]/(officer)/office/reference/_parts/reference-trail";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { PageTitle } from "@/components/layout/page-title";
import { mayPropose } from "@/lib/amendments/access";
import { findChange } from "@/lib/amendments/queries/find-change";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { getPathname } from "@/lib/i18n/navigation";

export const metadata: Metadata = { title: null };

/** A change of the reference data: what it does, whom it concerns, and what another administrator says of it. */
export default async function ChangePage({
  params,
}: PageProps<"/[locale]/office/reference/changes/[changeId]">) {
  const viewer = await requireOfficer();
  const { changeId } = await params;
  const change = await findChange(viewer, changeId);
  if (!change) return <KindNotFound />;
  const { kind, decision, immediate, rows } = change;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const times = await deskTimes();
  const [only] = rows;
  const what =
    rows.length === 1 && only
      ? words.row(kind, only.after)
      : t("decide.rows", { count: rows.length });
  const title = t("decide.title", { kind: words.kind(kind), what });
  const decides = !decision && mayPropose(viewer) && !change.byViewer;
  const takesBack = !decision && mayPropose(viewer) && change.byViewer && !immediate;
  const fresh = !(await asksToStepUp(viewer));
  const form = { changeId, officerId: viewer.userId };
  const here = { pathname: "/office/reference/changes/[changeId]", params: { changeId } } as const;
  return (
    <>
      <ReferenceTrail kind={kind} />
      <main id="main" className="o-page">
        {decides && fresh ? null : <PageTitle title={title} />}
        <h1>{title}</h1>
        <p>
          <OutcomeTag outcome={decision?.outcome ?? null} immediate={immediate} />
        </p>
        <dl className="kv">
          <dt>{t("decide.from")}</dt>
          <dd>{words.date(change.effectiveFrom)}</dd>
          <dt>{t("decide.source")}</dt>
          <dd className="written">{change.source}</dd>
          <dt>{t("decide.why")}</dt>
          <dd className="written">{change.reason}</dd>
          <dt>{t("decide.proposed")}</dt>
          <dd>{t("decide.by", { by: change.by, when: times.moment(change.proposedAt) })}</dd>
          {decision ? (
            <>
              <dt>{t(`decide.decided.${decision.outcome}`)}</dt>
              <dd>{t("decide.by", { by: decision.by, when: times.moment(decision.at) })}</dd>
            </>
          ) : null}
          {decision?.answer ? (
            <>
              <dt>{t("decide.answerGiven")}</dt>
              <dd className="written">{decision.answer}</dd>
            </>
          ) : null}
        </dl>
        <ChangedRows kind={kind} rows={rows} />
        {!decision || decision.outcome === "confirmed" ? <EffectNote {...change} /> : null}
        {decides && fresh ? (
          <DecideForms {...form} immediate={immediate} title={await fullTitle(title)} />
        ) : null}
        {decides && !fresh ? (
          <StepUpNotice returnTo={getPathname({ href: here, locale: await getLocale() })} />
        ) : null}
        {takesBack ? <TakeBackForm {...form} /> : null}
        {!decision && !decides ? <p className="note">{t("decide.waits")}</p> : null}
      </main>
    </>
  );
}
