import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClockCard } from "./clock-card";
import { NextCard } from "./next-card";
import type { OpenedSection } from "./open-section";
import { sectionHref } from "./section-href";
import { UseAgain } from "@/app/[locale]/(exporter)/applications/use-again";
import { WriteLink } from "@/app/[locale]/(exporter)/messages/write-link";
import { PageLink } from "@/components/layout/page-link";
import { StatusTag } from "@/components/record/status-tag";
import { now } from "@/lib/clock";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { getCalendar } from "@/lib/reference/queries";
import { promisedBy } from "@/lib/reference/working-time";

/** Beside an application: its facts, its papers, and the ways out of it. */
export async function AboutCard({ opened: { application } }: { opened: OpenedSection }) {
  const t = await getTranslations("applications.hub");
  const format = await getFormatter();
  const { id, status, requests, submissions, moves, permissions } = application;
  const { mayWithdraw, withdrawal, replaces } = application;
  const at = (date: Date) => format.dateTime(date, { dateStyle: "long", timeStyle: "short" });
  const [newest] = submissions;
  const answered = requests.filter((request) => !request.open).length;
  const params = { applicationId: id };
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <aside>
      {status === "returned" ? (
        <div className="card card--you clock">
          <h2>{t("withYou")}</h2>
          <p className="clock__time">{t("answered", { answered, count: requests.length })}</p>
          <progress
            aria-label={t("answeredLabel")}
            className="is-you"
            value={answered}
            max={Math.max(1, requests.length)}
          />
          <p>{t("withYouText")}</p>
        </div>
      ) : null}
      <ClockCard application={application} />
      <NextCard application={application} />
      <div className="card card--wash">
        <h2>{t("this")}</h2>
        <dl className="facts">
          <div>
            <dt>{t("status")}</dt>
            <dd>
              <StatusTag status={status} />
            </dd>
          </div>
          <div>
            <dt>{t("started")}</dt>
            <dd>{at(application.createdAt)}</dd>
          </div>
          {replaces ? (
            <div>
              <dt>{t("replaces")}</dt>
              <dd>
                <PageLink
                  href={{
                    pathname: "/certificates/[certificateId]",
                    params: { certificateId: replaces.id },
                  }}
                >
                  <span className="mono">{replaces.number}</span>
                </PageLink>
              </dd>
            </div>
          ) : null}
          {newest ? (
            <div>
              <dt>{t("submitted")}</dt>
              <dd>{t("by", { when: at(newest.submittedAt), name: newest.submittedBy })}</dd>
            </div>
          ) : null}
        </dl>
        <ul className="plain small">
          {newest ? (
            <>
              <li>
                <PageLink href={sectionHref("summary", id)}>{t("read")}</PageLink>
              </li>
              <li>
                <PageLink href={{ pathname: "/applications/[applicationId]/receipt", params }}>
                  {t("receipt")}
                </PageLink>
              </li>
            </>
          ) : null}
          <li>
            <PageLink href={{ pathname: "/applications/[applicationId]/history", params }}>
              {t("history")}
            </PageLink>
          </li>
          {application.number !== null && permissions.includes("prepare") ? (
            <li>
              <WriteLink kind="application" id={id} />
            </li>
          ) : null}
        </ul>
      </div>
      {status === "draft" ? (
        <div className="card">
          <h2>{t("whenTitle")}</h2>
          <p>
            {t.rich("whenText", {
              when: format.dateTime(promisedBy(now(), await getCalendar()), {
                weekday: "long",
                month: "long",
                day: "numeric",
                hour: "numeric",
                minute: "2-digit",
              }),
              b,
            })}
          </p>
        </div>
      ) : null}
      {permissions.includes("prepare") ? (
        <UseAgain applicationId={id} name={application.number} />
      ) : null}
      {moves.includes("cancel") ? (
        <p className="small">
          <PageLink href={{ pathname: "/applications/[applicationId]/cancel", params }}>
            {moves.includes("pullBack") ? t("pullBack") : t("cancel")}
          </PageLink>
        </p>
      ) : null}
      {mayWithdraw ? (
        <p className="small">
          <PageLink href={{ pathname: "/applications/[applicationId]/withdraw", params }}>
            {t(withdrawal?.open ? "withdrawOpen" : "withdraw")}
          </PageLink>
        </p>
      ) : null}
    </aside>
  );
}
