import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ApplicationRow } from "@/lib/applications/list-row";
import { useFormatter } from "@/lib/i18n/formatter";

interface Props {
  row: ApplicationRow;
  mayAct: boolean;
}

/** Who must act next on an application, and by when. */
export function WhoActs({ row, mayAct }: Props) {
  const t = useTranslations("applications");
  const format = useFormatter();
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  const you = (what: string) => t.rich(mayAct ? "you" : "yourSide", { what, b });
  switch (row.status) {
    case "draft":
      return you(t("what.finish"));
    case "returned": {
      const when = row.answerDueOn
        ? format.dateTime(row.answerDueOn, { dateStyle: "medium", timeZone: "UTC" })
        : "–";
      return you(
        row.openRequests > 0
          ? t("what.answer", { count: row.openRequests, when })
          : t("what.resubmit", { when }),
      );
    }
    case "submitted":
    case "in_review":
      return row.dueAt
        ? t("office", {
            when: format.dateTime(row.dueAt, { dateStyle: "medium", timeStyle: "short" }),
          })
        : t("officeNoDate");
    case "issued":
      return you(t("what.export"));
    case "rejected":
    case "cancelled":
      return t("nothing");
  }
}
