import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OpenWithYou } from "@/app/[locale]/(officer)/office/_desk/open-with-you";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { ArrivalNotice } from "@/components/layout/arrival-notice";
import { currentPerson, requireOfficer } from "@/lib/auth/current";
import { findQueuePage } from "@/lib/reviews/queries/find-queue-page";
import { queueFilter, queueQuery, viewOf } from "@/lib/reviews/queue-filter";
import { GetNext } from "./get-next";
import { JustDone } from "./just-done";
import { KeysNote } from "./keys-note";
import { QueueFigures } from "./queue-figures";
import { QueueFilter } from "./queue-filter";
import { QueueTable } from "./queue-table";
import { QueueViews } from "./queue-views";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("office.queue");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The file with which something was just done. */
const aboutIn = (said: unknown) => (typeof said === "string" ? said.split("~")[0] : undefined);

/** What waits for the office, due first. Filters, order and place are in the address. */
export default async function QueuePage({ searchParams }: Props) {
  const viewer = await requireOfficer();
  const said = await searchParams;
  const filter = queueFilter.parse(said);
  const page = await findQueuePage(viewer, filter, aboutIn(said["about"]));
  const { rows, next, figures, atHand, views, options, justDone } = page;
  const letterKeys = (await currentPerson())?.letterKeys ?? true;
  const t = await getTranslations("office.queue");
  const locale = await getLocale();
  const times = await deskTimes();
  const at = (query: Record<string, string>) => ({ pathname: "/office/queue", query }) as const;
  return (
    <main id="main" className="o-page">
      <JustDone justDone={justDone} rows={rows} filter={filter} />
      {said["missed"] === "nothingWaits" && !atHand.next ? (
        <ArrivalNotice className="note">
          <p>{t("next.overtaken")}</p>
        </ArrivalNotice>
      ) : null}
      <div className="line line--c">
        <h1>{t("title")}</h1>
        <p className="soft end">{t("now", { date: times.today, time: times.time(new Date()) })}</p>
      </div>
      <div className="line line--c">
        <QueueFigures figures={figures} />
        <GetNext next={atHand.next} filter={filter} viewer={viewer} hasKey={letterKeys} />
      </div>
      <OpenWithYou files={atHand.held} place={filter} />
      <QueueViews filter={filter} figures={figures} views={views} />
      <QueueFilter filter={filter} options={options} locale={locale} />
      {rows.length > 0 ? (
        <QueueTable rows={rows} filter={filter} locale={locale} about={justDone?.id} />
      ) : (
        <div className="note">
          <h2>{t("empty.title")}</h2>
          <p>{t("empty.text")}</p>
        </div>
      )}
      <p className="line">
        {filter.after ? (
          <PageLink href={at(queueQuery(viewOf(filter)))}>{t("first")}</PageLink>
        ) : null}
        {next ? (
          <PageLink href={at(queueQuery({ ...filter, after: next }))}>{t("nextPage")}</PageLink>
        ) : null}
      </p>
      <KeysNote on={letterKeys} />
    </main>
  );
}
