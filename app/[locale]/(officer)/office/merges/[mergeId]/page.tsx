import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { SidesTable } from "@/app/[locale]/(officer)/office/merges/_parts/sides-table";
import { WhatMoves } from "@/app/[locale]/(officer)/office/merges/_parts/what-moves";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { asksToStepUp } from "@/lib/auth/asks-to-step-up";
import { requireOfficer } from "@/lib/auth/current";
import { confirmsMerges } from "@/lib/exporters/access";
import { objectionTo } from "@/lib/exporters/merge-figures";
import { findMerge } from "@/lib/exporters/queries/merge";
import { getPathname } from "@/lib/i18n/navigation";
import { ConfirmForm, DropForm } from "./decide-forms";

export const metadata: Metadata = { title: null };

/** What an administrator proposed, for whoever confirms it, and afterwards for everybody who asks. */
export default async function MergeDecisionPage({
  params,
}: PageProps<"/[locale]/office/merges/[mergeId]">) {
  const viewer = await requireOfficer();
  const { mergeId } = await params;
  const merge = await findMerge(viewer, mergeId);
  if (!merge) return <DeskNotFound />;
  const t = await getTranslations("merge");
  const list = await getTranslations("dossier.list");
  const times = await deskTimes();
  const { from, into, outcome } = merge;
  const title = t("decideTitle", { from: from.legalName, into: into.legalName });
  const open = outcome === null;
  const objection = open ? objectionTo(from, into) : null;
  const decides = open && confirmsMerges(viewer);
  const fresh = !(await asksToStepUp(viewer));
  const href = getPathname({
    href: { pathname: "/office/merges/[mergeId]", params: { mergeId: merge.id } },
    locale: await getLocale(),
  });
  const form = { mergeId: merge.id, officerId: viewer.userId };
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/exporters", text: list("title") }]} />
      <main id="main" className="o-page">
        <PageTitle title={title} />
        <h1>{title}</h1>
        <p>{t("proposedBy", { by: merge.proposer, when: times.near(merge.proposedAt) })}</p>
        <blockquote>
          <p className="written">{merge.reason}</p>
        </blockquote>
        {merge.decidedAt && outcome ? (
          <p className={outcome === "confirmed" ? "ok" : "note"}>
            {t(`outcomes.${outcome}`, { by: merge.decider, when: times.near(merge.decidedAt) })}
          </p>
        ) : null}
        <SidesTable from={from} into={into} />
        {open ? <WhatMoves from={from} into={into} /> : null}
        {objection === null ? null : <p className="law">{t(`objections.${objection}`)}</p>}
        {open && merge.byViewer ? <p className="note">{t("own")}</p> : null}
        {open && !decides ? <p className="note">{t("others")}</p> : null}
        {decides && !merge.byViewer && objection === null ? (
          fresh ? (
            <ConfirmForm {...form} />
          ) : (
            <StepUpNotice returnTo={href} />
          )
        ) : null}
        {decides ? <DropForm {...form} /> : null}
      </main>
    </>
  );
}
