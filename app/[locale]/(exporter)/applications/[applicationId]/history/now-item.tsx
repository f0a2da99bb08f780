import { useLocale, useTranslations } from "next-intl";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import { showDate } from "@/lib/forms/dates";
import { useFormatter } from "@/lib/i18n/formatter";

/** Who must act now, and by when; nothing where the application has ended. */
export function NowItem({ application }: { application: ApplicationDetail }) {
  const t = useTranslations("history.now");
  const format = useFormatter();
  const locale = useLocale();
  const { status, answerDueOn, dueAt, certificate } = application;
  const now = (): { title: string; text: string | null } | null => {
    switch (status) {
      case "draft":
        return { title: t("finish"), text: null };
      case "returned":
        return {
          title: t("answer"),
          text: answerDueOn ? t("answerBy", { when: showDate(answerDueOn, locale) }) : null,
        };
      case "submitted":
      case "in_review":
      case "recommended": {
        const when = dueAt ? format.dateTime(dueAt, { dateStyle: "full", timeStyle: "short" }) : "";
        return { title: t("office"), text: dueAt ? t("officeBy", { when }) : null };
      }
      case "issued":
        return {
          title: t("export"),
          text: certificate
            ? t("exportBy", { when: showDate(certificate.expiresOn, locale) })
            : null,
        };
      case "rejected":
      case "cancelled":
        return null;
    }
  };
  const item = now();
  return item ? (
    <li className="now">
      <h3>{item.title}</h3>
      {item.text ? <p>{item.text}</p> : null}
    </li>
  ) : null;
}
