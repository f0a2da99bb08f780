import { getLocale, getTranslations } from "next-intl/server";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { LetterLinks } from "@/components/record/letter-links";
import { placeWords } from "@/lib/applications/place-words";
import { askedWords } from "@/lib/applications/requests";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import type { Review } from "@/lib/reviews/queries/find-review";

/** What the exporter was asked to change, notice by notice, with what came back. */
export async function Requests({ review }: { review: Review }) {
  const { changeRequests, answerDueOn, status, notices } = review;
  const t = await getTranslations("office.review.requests");
  const letterNames = await getTranslations("letters");
  const say = await getTranslations();
  const locale = await getLocale();
  const times = await deskTimes();
  const place = await kept();
  if (changeRequests.length === 0) return null;
  const overdue = status === "returned" && answerDueOn !== null && answerDueOn < todayInOttawa();
  return (
    <section>
      <h2>{t("title")}</h2>
      {status === "returned" && answerDueOn ? (
        <p className={overdue ? "law" : "note"}>
          {t("dueOn", { date: showDate(answerDueOn, locale) })} {overdue ? t("overdue") : null}{" "}
          {review.may.extend ? (
            <PageLink
              href={{
                pathname: "/office/review/[applicationId]/extend",
                params: { applicationId: review.id },
                query: place,
              }}
            >
              {t("extend")}
            </PageLink>
          ) : null}
        </p>
      ) : null}
      {notices.map(({ version, letters }) => (
        <LetterLinks
          key={version}
          name={letterNames("noticeOn", { version: String(version) })}
          address={`/api/applications/${review.id}/notices/${version}`}
          letters={letters}
        />
      ))}
      <ul className="checks">
        {changeRequests.map((request) => {
          const open = status === "returned" && request.repliedAt === null;
          return (
            <li key={request.id} className={open ? "d" : undefined}>
              <b>{placeWords(review.snapshot, request, say)}</b>{" "}
              <span className="basis">
                {t("round", { version: String(request.submissionVersion) })}
              </span>
              {askedWords(request, locale).map((text) => (
                <span key={text} className="block written">
                  {text}
                </span>
              ))}
              {request.reply ? <q className="block">{request.reply}</q> : null}
              <span className="basis block">
                {request.repliedAt ? t(request.done ? "done" : "answered") : t("open")},{" "}
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
