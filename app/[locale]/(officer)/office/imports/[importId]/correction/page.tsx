import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecideForms } from "./decide-forms";
import { PastCorrections } from "./past-corrections";
import { Proposal } from "./proposal";
import { ProposeForm } from "./propose-form";
import { TakeBackForm } from "./take-back-form";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findCorrections } from "@/lib/imports/queries/corrections";

export const metadata: Metadata = { title: null };

/** Two officers correct an account: one proposes what the paper says, another one decides. */
export default async function CorrectionPage({
  params,
}: {
  params: Promise<{ importId: string }>;
}) {
  const viewer = await requireOfficer("reviewer", "signatory");
  const { importId } = await params;
  const account = await findCorrections(viewer, importId);
  if (!account) return <DeskNotFound />;
  const t = await getTranslations("correction");
  const imports = await getTranslations("office.imports");
  const statement = await getTranslations("statement");
  const { number, exporterName, open, past, ownProfile } = account;
  const title = await fullTitle(t("title", { number }));
  const form = { importId, officerId: viewer.userId, title };
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/office/imports", text: imports("title") },
          {
            href: { pathname: "/office/imports/[importId]", params: { importId } },
            text: `${statement("title", { number })}, ${exporterName}`,
          },
        ]}
      />
      <main id="main" className="o-page">
        <h1>{t("title", { number })}</h1>
        {open ? <Proposal account={account} open={open} /> : null}
        {ownProfile ? (
          <>
            <PageTitle title={t("title", { number })} />
            <p className="note">{t("ownProfile")}</p>
          </>
        ) : open === null ? (
          <ProposeForm {...form} account={account} />
        ) : open.byViewer ? (
          <TakeBackForm {...form} correctionId={open.id} />
        ) : (
          <DecideForms {...form} correctionId={open.id} />
        )}
        {past.length > 0 ? <PastCorrections past={past} /> : null}
      </main>
    </>
  );
}
