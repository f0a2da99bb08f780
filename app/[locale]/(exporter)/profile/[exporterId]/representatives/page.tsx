import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessNotices } from "./access-notices";
import { DoneNotice } from "./done-notice";
import { HistoryCard } from "./history-card";
import { InviteForm } from "./invite-form";
import { MandateTable } from "./mandate-table";
import { PastMandates } from "./past-mandates";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { requireExporter } from "@/lib/auth/current";
import { findMandateHistory } from "@/lib/exporters/queries/history";
import { findRepresentatives } from "@/lib/exporters/queries/representatives";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ exporterId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who acts for a profile. Its owners decide it here; its representatives read the names. */
export default async function RepresentativesPage({ params, searchParams }: Props) {
  const viewer = await requireExporter();
  const { exporterId } = await params;
  const found = await findRepresentatives(viewer, exporterId);
  if (!found) {
    return (
      <main id="main" className="container">
        <RecordNotFound />
      </main>
    );
  }
  const t = await getTranslations();
  const { exporter, mandates, forOwner } = found;
  const history = await findMandateHistory(viewer, exporterId, { take: 4 });
  const owners = mandates.filter(({ kind }) => kind === "owner");
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: "/profile", text: t("profile.title") },
          {
            href: { pathname: "/profile/[exporterId]", params: { exporterId } },
            text: exporter.legalName,
          },
        ]}
      />
      <main id="main" className="container">
        <p className="caption">{exporter.legalName}</p>
        <h1>{forOwner ? t("representatives.title") : t("representatives.readTitle")}</h1>
        <DoneNotice done={(await searchParams)["done"]} />
        {forOwner && history ? (
          <InviteForm
            exporterId={exporter.id}
            before={
              <>
                <p className="lede">{t("representatives.lede")}</p>
                <AccessNotices exporterId={exporter.id} requests={forOwner.requests} />
                <h2>{t("representatives.mandates")}</h2>
                <MandateTable exporterId={exporter.id} found={found} />
                {owners.length === 1 && owners[0]?.self ? (
                  <p className="soft">{t("representatives.soleOwner")}</p>
                ) : null}
              </>
            }
            aside={
              <aside aria-label={t("representatives.history.title")}>
                <HistoryCard exporterId={exporter.id} history={history} />
              </aside>
            }
          />
        ) : (
          <>
            <PageTitle title={t("representatives.readTitle")} />
            <p className="lede">{t("representatives.readLede")}</p>
            <MandateTable exporterId={exporter.id} found={found} />
          </>
        )}
        {forOwner ? <PastMandates past={forOwner.past} /> : null}
      </main>
    </>
  );
}
