import { getTranslations } from "next-intl/server";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import { getFormatter } from "@/lib/i18n/get-formatter";

/** That a request to withdraw waits for the office, or why it was refused. */
export async function WithdrawalStand({ application }: { application: ApplicationDetail }) {
  const t = await getTranslations("applications.hub.withdrawal");
  const format = await getFormatter();
  const { withdrawal, submittedAt } = application;
  const at = (date: Date) => format.dateTime(date, { dateStyle: "long", timeStyle: "short" });
  if (!withdrawal) return null;
  if (withdrawal.open) {
    return (
      <div className="notice notice--warning">
        <h2>{t("open")}</h2>
        <p>{t("openText", { name: withdrawal.askedBy, when: at(withdrawal.askedAt) })}</p>
      </div>
    );
  }
  // What was refused in an earlier round is in the history.
  const { outcome, answer, answeredAt } = withdrawal;
  if (outcome !== "refused" || !answeredAt || (submittedAt && answeredAt < submittedAt))
    return null;
  return (
    <div className="notice notice--warning">
      <h2>{t("refused")}</h2>
      <p>{t("refusedText", { when: at(answeredAt) })}</p>
      <blockquote>
        <p>{answer}</p>
      </blockquote>
    </div>
  );
}
