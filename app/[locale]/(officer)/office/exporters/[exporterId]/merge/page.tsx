import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SidesTable } from "@/app/[locale]/(officer)/office/merges/_parts/sides-table";
import { WhatMoves } from "@/app/[locale]/(officer)/office/merges/_parts/what-moves";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { objectionTo } from "@/lib/exporters/merge-figures";
import { findSides } from "@/lib/exporters/queries/merge";
import { searchText } from "@/lib/forms/search-text";
import { KeptSearch } from "./kept-search";
import { ProposeForm } from "./propose-form";

export const metadata: Metadata = { title: null };

/** An administrator names the profile that is kept, sees what would happen, and proposes it. */
export default async function MergePage({
  params,
  searchParams,
}: PageProps<"/[locale]/office/exporters/[exporterId]/merge">) {
  const viewer = await requireOfficer("administrator");
  const { exporterId } = await params;
  const { into: asked, find } = await searchParams;
  const intoId = typeof asked === "string" ? asked : exporterId;
  // Where none is chosen yet, or a wrong one, the duplicate alone is shown.
  const sides =
    (await findSides(viewer, exporterId, intoId)) ??
    (await findSides(viewer, exporterId, exporterId));
  if (!sides) return <DeskNotFound />;
  const t = await getTranslations("merge");
  const list = await getTranslations("dossier.list");
  const { from, into } = sides;
  const title = t("title", { name: from.legalName });
  const objection = objectionTo(from, into);
  const chosen = into.id !== from.id;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/office/exporters", text: list("title") },
          {
            href: { pathname: "/office/exporters/[exporterId]", params: { exporterId: from.id } },
            text: from.legalName,
          },
        ]}
      />
      <main id="main" className="o-page">
        {chosen && objection === null ? null : <PageTitle title={title} />}
        <h1>{title}</h1>
        <p>{t("intro")}</p>
        {chosen ? (
          <>
            <SidesTable from={from} into={into} />
            <WhatMoves from={from} into={into} />
            {objection === null ? (
              <ProposeForm
                fromId={from.id}
                intoId={into.id}
                administratorId={viewer.userId}
                title={await fullTitle(title)}
              />
            ) : (
              <p className="law">{t(`objections.${objection}`)}</p>
            )}
          </>
        ) : null}
        <KeptSearch
          viewer={viewer}
          from={from}
          text={searchText(typeof find === "string" ? find : from.legalName)}
          again={chosen}
        />
      </main>
    </>
  );
}
