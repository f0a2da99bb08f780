import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import type { Review } from "@/lib/reviews/queries/find-review";
import { askableSections } from "@/lib/reviews/schema";

/** What the exporter was asked to change, notice by notice, with what came back. */
export async function Requests({ review }: { review: Review }) {
  const { changeRequests, answerDueOn, status } = review;
  const t = await getTranslations("office.review.requests");
  const sections = await getTranslations("sections");
  const locale = await getLocale();
  const times = await deskTimes();
  if (changeRequests.length === 0) return null;
  const overdue = status === "returned" && answerDueOn !== null && answerDueOn < todayInOttawa();
  return (
    <section>
      <h2>{t("title")}</h2>
      {status === "returned" && answerDueOn ? (
        <p className={overdue ? "law" : "note"}>
          {t("dueOn", { date: showDate(answerDueOn, locale) })} {overdue ? t("overdue") : null}
        </p>
      ) : null}
      <ul className="checks">
        {changeRequests.map((request) => {
          const section = askableSections.find((name) => name === request.section);
          const open = status === "returned" && request.repliedAt === null;
          return (
            <li key={request.id} className={open ? "d" : undefined}>
              <b>
                {section ? sections(section) : request.section}
                {request.field ? `, ${request.field}` : ""}
              </b>{" "}
              <span className="basis">
                {t("round", { version: String(request.submissionVersion) })}
              </span>
              <span className="block">{request.reason}</span>
              {request.reply ? <q className="block">{request.reply}</q> : null}
              <span className="basis block">
                {request.repliedAt ? (request.reply ? t("answered") : t("changed")) : t("open")},{" "}
                {t("askedBy", {
                  by: `${request.askedBy.firstName} ${request.askedBy.lastName}`,
                  when: times.near(request.askedAt),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
