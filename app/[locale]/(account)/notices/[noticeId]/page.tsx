import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { SummaryList } from "@/components/record/summary-list";
import { requireViewer } from "@/lib/auth/current";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { openNotice } from "@/lib/notices/queries";

export const metadata: Metadata = { title: null };

/** One notice, in the reader's language; it is read from now on. */
export default async function NoticePage({ params }: PageProps<"/[locale]/notices/[noticeId]">) {
  const viewer = await requireViewer();
  const { noticeId } = await params;
  const notice = await openNotice(viewer, noticeId, await getLocale());
  const t = await getTranslations("notices");
  const back = <PageLink href="/notices">{t("back")}</PageLink>;
  if (!notice) {
    return (
      <main id="main" className="container">
        <RecordNotFound back={back} />
      </main>
    );
  }
  const { at, type, urgent, subject, content, link, takenBackAt } = notice;
  const format = await getFormatter();
  const facts = content?.facts ?? [];
  return (
    <>
      <PageTitle title={subject} />
      <Breadcrumbs trail={[{ href: "/notices", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{subject}</h1>
        <p className="soft">
          <time dateTime={at.toISOString()}>
            {format.dateTime(at, { dateStyle: "long", timeStyle: "short" })}
          </time>
          {type ? ` · ${t(`types.${type}.name`)}` : null}{" "}
          {urgent ? <span className="tag tag--amber">{t("urgent")}</span> : null}
        </p>
        {takenBackAt ? (
          <p className="notice notice--warning">
            {t("takenBack", { day: format.dateTime(takenBackAt, { dateStyle: "long" }) })}
          </p>
        ) : null}
        {content ? <p className="lede">{content.text}</p> : <p>{t("subjectOnly")}</p>}
        {content?.more?.map((text, place) => (
          <p key={place}>{text}</p>
        ))}
        {facts.length > 0 ? (
          <SummaryList rows={facts.map(({ label, value }) => ({ term: label, text: value }))} />
        ) : null}
        {content?.list ? (
          <>
            <h2>{content.list.heading}</h2>
            <ul>
              {content.list.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </>
        ) : null}
        {content?.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {link ? (
          <p className="actions">
            <a className="button" href={link.address}>
              {link.label}
            </a>
          </p>
        ) : null}
        <p>{back}</p>
      </main>
    </>
  );
}
