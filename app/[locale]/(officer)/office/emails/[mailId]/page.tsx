import type { Metadata } from "next";
import { getTranslations, getLocale } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { MailStateTag } from "@/app/[locale]/(officer)/office/emails/mail-state-tag";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { SummaryList } from "@/components/record/summary-list";
import { requireOfficer } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { findMail } from "@/lib/mail/queries/find-mail";
import { AgainBox } from "./again-box";
import { DismissForm } from "./dismiss-form";
import { HistoryBox } from "./history-box";
import { ProblemNote } from "./problem-note";
import { SaidBox } from "./said-box";

interface Props {
  params: Promise<{ mailId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: null };

/** One mail: what it says, what became of it, and sending it again. */
export default async function EmailPage({ params, searchParams }: Props) {
  const viewer = await requireOfficer();
  const { mailId } = await params;
  const mail = await findMail(viewer, mailId);
  if (!mail) return <DeskNotFound />;
  const { asked } = await searchParams;
  const t = await getTranslations("office.emails");
  const locale = await getLocale();
  const subject = mail.shown?.[locale].subject ?? t("noSubject");
  const title = await fullTitle(subject);
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/emails", text: t("title") }]} />
      <main id="main" className="o-page">
        {mail.again && !mail.again.refused ? null : <PageTitle title={subject} />}
        <h1>{subject}</h1>
        {asked === "1" ? (
          <div className="notice notice--success" role="status">
            <p>{t("again.done")}</p>
          </div>
        ) : null}
        <SummaryList
          rows={[
            { term: t("columns.to"), text: mail.recipient },
            { term: t("language"), text: t(`languages.${mail.language}`) },
            {
              term: t("columns.state"),
              text: <MailStateTag state={mail.state} dismissed={mail.dismissedAt !== null} />,
            },
          ]}
        />
        <ProblemNote mail={mail} />
        {mail.again ? <AgainBox mail={mail} again={mail.again} title={title} /> : null}
        {mail.again && mail.waitsForEyes ? <DismissForm mailId={mail.id} /> : null}
        <HistoryBox mail={mail} />
        <SaidBox shown={mail.shown} first={mail.language} />
      </main>
    </>
  );
}
