import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { entryWords, timelineOf } from "@/app/[locale]/(officer)/office/_desk/entry-words";
import { TimelineList } from "@/app/[locale]/(officer)/office/_desk/timeline-list";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { listTimeline, timelineKinds } from "@/lib/audit/queries/list-timeline";
import { requireOfficer } from "@/lib/auth/current";
import { seesOfficers } from "@/lib/officers/access";

interface Props {
  params: Promise<{ kind: string; recordId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

export const metadata: Metadata = { title: null };

/** Everything that happened to a record, a page at a time. */
export default async function TimelinePage({ params, searchParams }: Props) {
  const viewer = await requireOfficer();
  const { kind: asked, recordId: id } = await params;
  const { after } = await searchParams;
  const kind = timelineKinds.find((each) => each === asked);
  const from = typeof after === "string" ? after : "";
  const timeline = kind && (await listTimeline(viewer, { kind, id }, { after: from }));
  if (!timeline) return <DeskNotFound />;
  const t = await getTranslations("office.timeline");
  const saying = await entryWords(await getLocale(), { people: seesOfficers(viewer) });
  const times = await deskTimes();
  const { name, entries, next } = timeline;
  const here = timelineOf(kind, id);
  const title = t(`of.${kind}`, { name });
  return (
    <main id="main" className="o-page">
      <PageTitle title={`${title}, ${t("title")}`} />
      <h1>{title}</h1>
      <p>{t("intro")}</p>
      {entries.length === 0 ? <p className="note">{t("none")}</p> : null}
      <TimelineList entries={entries.map(saying)} moment={times.moment} known={timeline.known} />
      <p className="line">
        {from ? <PageLink href={here}>{t("newest")}</PageLink> : null}
        {next ? <PageLink href={{ ...here, query: { after: next } }}>{t("older")}</PageLink> : null}
      </p>
    </main>
  );
}
