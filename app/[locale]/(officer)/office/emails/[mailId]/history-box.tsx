import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { MailStateTag } from "@/app/[locale]/(officer)/office/emails/mail-state-tag";
import { PageLink } from "@/components/layout/page-link";
import type { FoundMail } from "@/lib/mail/queries/find-mail";
import { isReportKept } from "@/lib/mail/state";

/** What happened to the mail, in order, and the others that say the same. */
export async function HistoryBox({ mail }: { mail: FoundMail }) {
  const t = await getTranslations("office.emails");
  const times = await deskTimes();
  const { createdAt, sentAt, attempts, repeatedBy, dismissedAt, dismissedBy, reports } = mail;
  const steps: { at: Date; what: string; detail?: string | null }[] = [
    {
      at: createdAt,
      what: repeatedBy === null ? t("history.queued") : t("history.repeated", { by: repeatedBy }),
    },
    ...(sentAt ? [{ at: sentAt, what: t("history.taken", { attempts }) }] : []),
    ...reports.flatMap(({ at, kind, detail }) =>
      // That it was taken is said once.
      isReportKept(kind) && !(kind === "sent" && sentAt)
        ? [{ at, what: t(`history.${kind}`), detail }]
        : [],
    ),
    ...(dismissedAt && dismissedBy !== null
      ? [{ at: dismissedAt, what: t("history.dismissed", { by: dismissedBy }) }]
      : []),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const others = mail.family.filter(({ id }) => id !== mail.id);
  return (
    <section className="box" aria-labelledby="history-title">
      <h2 id="history-title">{t("history.title")}</h2>
      <ol className="small history">
        {steps.map(({ at, what, detail }, index) => (
          <li key={index}>
            <time className="soft" dateTime={at.toISOString()}>
              {times.moment(at)}
            </time>{" "}
            {what}
            {detail ? <Said>{detail}</Said> : null}
          </li>
        ))}
      </ol>
      {others.length > 0 ? <h3>{t("history.others")}</h3> : null}
      {others.length > 0 ? (
        <ul className="small history">
          {others.map(({ id, createdAt: at, language, state }) => (
            <li key={id}>
              <PageLink href={{ pathname: "/office/emails/[mailId]", params: { mailId: id } }}>
                {t("history.other", {
                  when: times.moment(at),
                  language,
                })}
              </PageLink>{" "}
              <MailStateTag state={state} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Words of another's mail server. */
function Said({ children }: { children: ReactNode }) {
  return (
    <q lang="en" className="sub written">
      {children}
    </q>
  );
}
