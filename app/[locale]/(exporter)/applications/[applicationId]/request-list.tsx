import { getLocale, getTranslations } from "next-intl/server";
import type { OpenedSection } from "./open-section";
import { sectionHref } from "./section-href";
import { PageLink } from "@/components/layout/page-link";
import { placeWords } from "@/lib/applications/place-words";
import { RequestCard } from "@/components/record/request-card";
import { askedWords } from "@/lib/applications/requests";
import { sections } from "@/lib/applications/sections";
import { getFormatter } from "@/lib/i18n/get-formatter";

/** What the officer asks, each with the way to its section. */
export async function RequestList({ opened: { application } }: { opened: OpenedSection }) {
  const t = await getTranslations();
  const format = await getFormatter();
  const locale = await getLocale();
  return application.requests.map((request, i) => {
    const n = i + 1;
    const section = sections.find((each) => each === request.section) ?? "summary";
    return (
      <RequestCard
        key={request.id}
        id={`request-${request.id}`}
        title={t("applications.hub.request", {
          n,
          section: placeWords(application, request, t),
        })}
        asked={askedWords(request, locale)}
        from={t("application.requests.office", {
          when: format.dateTime(request.askedAt, { dateStyle: "long", timeStyle: "short" }),
        })}
        answered={!request.open}
        status={t(request.open ? "application.requests.todo" : "application.requests.answered")}
      >
        {request.done ? <p>{t("applications.hub.doneAsAsked")}</p> : null}
        {request.reply ? <p>{t("applications.hub.yourNote", { reply: request.reply })}</p> : null}
        <p>
          <PageLink
            className={request.open ? "button button--secondary button--small" : undefined}
            href={sectionHref(section, application.id)}
          >
            {t(request.open ? "applications.hub.answerIt" : "applications.hub.changeAnswer", { n })}
          </PageLink>
        </p>
      </RequestCard>
    );
  });
}
