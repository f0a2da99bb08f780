import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { requireOfficer } from "@/lib/auth/current";
import { announces } from "@/lib/broadcasts/access";
import { listBroadcasts } from "@/lib/broadcasts/queries";
import { BroadcastTable } from "./broadcast-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.broadcasts");
  return { title: t("title") };
}

/** What is said to exporters at large, and what was. */
export default async function BroadcastsPage() {
  const viewer = await requireOfficer();
  const rows = await listBroadcasts(viewer);
  const t = await getTranslations("office.broadcasts");
  return (
    <main id="main" className="o-page">
      <div className="line line--c">
        <h1>{t("title")}</h1>
        {announces(viewer) ? (
          <PageLink className="button end" href="/office/broadcasts/new">
            {t("plan")}
          </PageLink>
        ) : null}
      </div>
      <p>{t("text")}</p>
      {rows.length > 0 ? <BroadcastTable rows={rows} /> : <p className="note">{t("none")}</p>}
    </main>
  );
}
