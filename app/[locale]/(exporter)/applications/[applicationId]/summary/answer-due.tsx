import { useLocale, useTranslations } from "next-intl";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";

/** Until when a returned application should be sent again; nothing for another one. */
export function AnswerDue({
  application: { status, answerDueOn },
}: {
  application: Pick<ApplicationDetail, "status" | "answerDueOn">;
}) {
  const t = useTranslations("summary");
  const when = showDate(answerDueOn ?? "", useLocale());
  if (status !== "returned" || answerDueOn === null) return null;
  return (
    <div className="notice notice--warning">
      <h2>{answerDueOn < todayInOttawa() ? t("late", { when }) : t("answerBy", { when })}</h2>
    </div>
  );
}
