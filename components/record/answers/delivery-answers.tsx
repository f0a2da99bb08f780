import { useTranslations } from "next-intl";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import { SummaryList } from "@/components/record/summary-list";
import type { Answers } from "@/lib/applications/answers";

/** Where the certificate is sent, read back. */
export function DeliveryAnswers({ answers, change }: { answers: Answers; change?: ChangeLink }) {
  const t = useTranslations("application.delivery");
  const to = answers.delivery?.to;
  return (
    <SummaryList
      rows={[{ term: t("legend"), text: to ? t(to) : null, act: change?.("to", t("legend")) }]}
    />
  );
}
