import { useLocale, useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { CertificateLife } from "@/lib/certificates/queries/find-life";
import { showDate } from "@/lib/forms/dates";
import { useFormatter } from "@/lib/i18n/formatter";
import { certificateHref, exportHref } from "./certificate-href";

/** What became of the certificate, the duty that is left, and what can be done about it now. */
export function WhatBecame({ life, mayPrepare }: { life: CertificateLife; mayPrepare: boolean }) {
  const t = useTranslations("life");
  const locale = useLocale();
  const format = useFormatter();
  const { id: certificateId, report, possible, maySubmit, standing } = life;
  // On which sheet it was printed is the office's own account.
  const steps = life.steps.filter(({ kind }) => kind !== "printed");
  const { dueOn, receivedOn, state } = report;
  const params = { certificateId };
  return (
    <section aria-labelledby="became-title">
      <h2 id="became-title">{t("exporter.title")}</h2>
      {life.replaces ? (
        <p>
          {t("replaces")}{" "}
          <PageLink href={certificateHref(life.replaces.id)}>{life.replaces.number}</PageLink>
        </p>
      ) : null}
      {state === "received" ? (
        <p>{t("exporter.reportReceived", { date: showDate(receivedOn ?? "", locale) })}</p>
      ) : dueOn === null ? (
        possible.has("exported") && <p>{t("exporter.reportNone")}</p>
      ) : (
        <div className={state === "overdue" ? "notice notice--danger" : "notice notice--warning"}>
          <h3>
            {t(state === "overdue" ? "exporter.reportOverdue" : "exporter.reportDue", {
              date: showDate(dueOn, locale),
            })}
          </h3>
          <p>{t("exporter.reportText")}</p>
        </div>
      )}
      {steps.length > 0 ? (
        <ol className="steps-list">
          {steps.map((step) => (
            <li key={step.id}>
              <strong>
                {t(`kinds.${step.kind}`, {
                  sheet: "",
                  copy: "",
                  successor: step.successor?.number ?? "",
                })}
              </strong>
              ,{" "}
              {step.on
                ? showDate(step.on, locale)
                : format.dateTime(step.at, { dateStyle: "long" })}
              {step.carrier ? `, ${step.carrier}` : ""}
              {step.tracking ? ` ${step.tracking}` : ""}
              {step.successor ? (
                <>
                  {" "}
                  <PageLink href={certificateHref(step.successor.id)}>
                    {t("seeSuccessor", { number: step.successor.number })}
                  </PageLink>
                </>
              ) : null}
              {step.words ? <span className="written">: {step.words}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      <ul>
        {maySubmit && possible.has("exported") ? (
          <li>
            <PageLink href={exportHref(certificateId)}>
              {t(dueOn === null ? "exporter.report" : "exporter.reportAgain")}
            </PageLink>
          </li>
        ) : null}
        {maySubmit && possible.has("loss_stated") ? (
          <li>
            <PageLink href={{ pathname: "/certificates/[certificateId]/loss", params }}>
              {t("exporter.loss")}
            </PageLink>
          </li>
        ) : null}
        {mayPrepare && standing === "live" ? (
          <li>
            <PageLink href={{ pathname: "/certificates/[certificateId]/replacement", params }}>
              {t("exporter.replacement")}
            </PageLink>{" "}
            ({t("exporter.before")})
          </li>
        ) : null}
      </ul>
      {standing === "live" ? <p>{t("exporter.surrender")}</p> : null}
    </section>
  );
}
