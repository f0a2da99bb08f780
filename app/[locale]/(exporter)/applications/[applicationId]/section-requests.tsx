import { useTranslations } from "next-intl";
import { RequestCard } from "@/components/record/request-card";
import { TextArea } from "@/components/form/text-area";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { useFormatter } from "@/lib/i18n/formatter";

/** What the officer asks in this section, each with a place for a note. Inside the section's form. */
export function SectionRequests({
  opened: { requests },
}: {
  opened: Pick<OpenedSection, "requests">;
}) {
  const t = useTranslations("application.requests");
  const format = useFormatter();
  return requests.map((request, i) => (
    <RequestCard
      key={request.id}
      id={`request-${request.id}`}
      title={`${i + 1}. ${t("title")}`}
      reason={request.reason}
      from={t("office", {
        when: format.dateTime(request.askedAt, { dateStyle: "long", timeStyle: "short" }),
      })}
      answered={!request.open}
      status={request.open ? t("todo") : t("answered")}
    >
      <TextArea
        name={`reply-${request.id}`}
        label={t("reply")}
        hint={t("replyHint")}
        value={request.reply ?? ""}
        rows={3}
        maxLength={2000}
      />
    </RequestCard>
  ));
}
