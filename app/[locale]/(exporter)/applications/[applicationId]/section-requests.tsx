import { useLocale, useTranslations } from "next-intl";
import { CheckboxField } from "@/components/form/checkbox-field";
import { fieldId } from "@/components/form/field-id";
import { TextArea } from "@/components/form/text-area";
import { fieldAsked, placeWords } from "@/lib/applications/place-words";
import { RequestCard } from "@/components/record/request-card";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { askedWords, longestReply } from "@/lib/applications/requests";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { showDate } from "@/lib/forms/dates";
import { fieldFor } from "@/lib/forms/field-problems";
import { useFormatter } from "@/lib/i18n/formatter";

/**
 * What the officer asks in this section, each with its own answer: done as asked, a note, or both. Inside
 * the section's form; a field that is meant says it again itself.
 */
export function SectionRequests({
  opened: { requests, section, application },
}: {
  opened: Pick<OpenedSection, "requests" | "section" | "application">;
}) {
  const say = useTranslations();
  const t = useTranslations("application.requests");
  const format = useFormatter();
  const locale = useLocale();
  const { answers, answerDueOn } = application;
  if (requests.length === 0) return null;
  const linked = (field: string) =>
    section in sectionForms
      ? fieldId(fieldFor(field, sectionForms[section as AnsweredSection].fields))
      : null;
  return (
    <>
      <p>
        {answerDueOn ? (
          <>
            <strong>{t("due", { when: showDate(answerDueOn, locale) })}</strong>{" "}
          </>
        ) : null}
        {t("howTo")}
      </p>
      {requests.map((request, i) => {
        const field = fieldAsked(answers, request);
        const target = field === null ? null : linked(field);
        return (
          <RequestCard
            key={request.id}
            id={`request-${request.id}`}
            title={`${i + 1}. ${placeWords(application, request, say)}`}
            asked={askedWords(request, locale)}
            from={t("office", {
              when: format.dateTime(request.askedAt, { dateStyle: "long", timeStyle: "short" }),
            })}
            answered={!request.open}
            status={request.open ? t("todo") : t("answered")}
          >
            {target ? (
              <p>
                <a href={`#${target}`}>{t("toField")}</a>
              </p>
            ) : null}
            <CheckboxField
              name={`done-${request.id}`}
              label={t("done")}
              value={request.done ? "yes" : ""}
            />
            <TextArea
              name={`reply-${request.id}`}
              label={t("reply")}
              hint={t("replyHint")}
              value={request.reply ?? ""}
              rows={3}
              maxLength={longestReply}
            />
          </RequestCard>
        );
      })}
    </>
  );
}
