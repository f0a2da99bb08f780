import { getLocale, getTranslations } from "next-intl/server";
import type { OpenedSection } from "./open-section";
import { WithdrawalStand } from "./withdrawal-stand";
import { PageLink } from "@/components/layout/page-link";
import { LetterLinks } from "@/components/record/letter-links";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { getFormatter } from "@/lib/i18n/get-formatter";

/** Where an application stands once it has left the exporter's hands, and what that asks of them. */
export async function StandNotice({ opened: { application } }: { opened: OpenedSection }) {
  const t = await getTranslations("applications.hub");
  const letters = await getTranslations("letters");
  const format = await getFormatter();
  const locale = await getLocale();
  const { status, answerDueOn, dueAt, certificate, decision } = application;
  const [submission] = application.submissions;
  switch (status) {
    case "draft":
      return null;
    case "returned": {
      const when = answerDueOn ? showDate(answerDueOn, locale) : "–";
      const late = answerDueOn !== null && answerDueOn < todayInOttawa();
      return (
        <div className="notice notice--warning">
          <h2>{late ? t("late", { when }) : t("answerBy", { when })}</h2>
          <p>{t("returnedText")}</p>
          <LetterLinks
            name={letters("notice")}
            address={`/api/applications/${application.id}/notices/${submission?.version ?? 0}`}
            letters={submission?.noticeLetters ?? []}
          />
        </div>
      );
    }
    case "submitted":
    case "in_review":
    case "recommended":
      return (
        <>
          <WithdrawalStand application={application} />
          <div className="notice">
            <h2>{t("withOffice")}</h2>
            <p>{status === "submitted" ? t("received") : t("review")}</p>
            {dueAt ? (
              <p>
                {t("dueText", {
                  when: format.dateTime(dueAt, { dateStyle: "full", timeStyle: "short" }),
                })}
              </p>
            ) : null}
          </div>
        </>
      );
    case "issued":
      return certificate ? (
        <>
          <div className="notice notice--success">
            <h2>{t("issuedTitle")}</h2>
            <p>{t("issuedNext")}</p>
          </div>
          <section className="certificate" aria-labelledby="certificate">
            <h2 id="certificate">{t("certificate")}</h2>
            <p className="certificate__number">{certificate.number}</p>
            <dl className="facts facts--row">
              <div>
                <dt>{t("issuedOn")}</dt>
                <dd>{showDate(certificate.issuedOn, locale)}</dd>
              </div>
              <div>
                <dt>{t("expiresOn")}</dt>
                <dd>{t("expires", { date: showDate(certificate.expiresOn, locale) })}</dd>
              </div>
            </dl>
            <p className="actions">
              <PageLink
                className="button"
                href={{
                  pathname: "/certificates/[certificateId]",
                  params: { certificateId: certificate.id },
                }}
              >
                {t("seeCertificate")}
              </PageLink>
            </p>
          </section>
        </>
      ) : null;
    case "rejected":
      return (
        <div className="notice notice--danger">
          <h2>{t("rejectedTitle")}</h2>
          <p>{t("rejectedText")}</p>
          {decision?.reasons ? (
            <p>
              <strong>{t("reasons")}</strong>
              <br />
              <span className="written">{decision.reasons}</span>
            </p>
          ) : null}
          <LetterLinks
            name={letters("rejection")}
            address={`/api/applications/${application.id}/rejection`}
            letters={decision?.letters ?? []}
          />
        </div>
      );
    case "cancelled":
      return (
        <div className="notice">
          <h2>{t("cancelledTitle")}</h2>
          <p>{t("cancelledText")}</p>
        </div>
      );
  }
}
