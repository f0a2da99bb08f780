import { useTranslations } from "next-intl";
import { HistoryEntries } from "./history-entries";
import { PageLink } from "@/components/layout/page-link";
import type { MandateHistory } from "@/lib/exporters/queries/history";

/** The newest of what happened about who acts for the profile. */
export function HistoryCard({
  exporterId,
  history,
}: {
  exporterId: string;
  history: MandateHistory;
}) {
  const t = useTranslations("representatives.history");
  return (
    <div className="card">
      <h2>{t("title")}</h2>
      {history.entries.length === 0 ? <p>{t("none")}</p> : null}
      <HistoryEntries entries={history.entries} small />
      {history.next ? (
        <p>
          <PageLink
            href={{
              pathname: "/profile/[exporterId]/representatives/history",
              params: { exporterId },
            }}
          >
            {t("all")}
          </PageLink>
        </p>
      ) : null}
    </div>
  );
}
