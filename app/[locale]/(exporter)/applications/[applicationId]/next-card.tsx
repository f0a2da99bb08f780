import { useTranslations } from "next-intl";
import { NowItem } from "./history/now-item";
import { StepsAhead } from "./steps-ahead";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import { stepAt } from "@/lib/applications/status-ahead";

/** Who acts now and what comes then, in short; the history has it all. */
export function NextCard({ application }: { application: ApplicationDetail }) {
  const t = useTranslations("history");
  const { status } = application;
  if (stepAt(status) === null) return null;
  return (
    <div className="card">
      <h2>{t("nextTitle")}</h2>
      <ol className="timeline timeline--small">
        <NowItem application={application} />
        <StepsAhead status={status} short />
      </ol>
    </div>
  );
}
