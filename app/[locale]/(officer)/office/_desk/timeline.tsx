import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { listTimeline, type TimelineOf } from "@/lib/audit/queries/list-timeline";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { seesOfficers } from "@/lib/officers/access";
import { TimelineList } from "./timeline-list";
import { entryWords, timelineOf } from "./entry-words";

interface Props {
  viewer: OfficerViewer;
  of: TimelineOf;
  /** How many entries are shown before the link to them all. */
  limit?: number;
}

/** The newest of everything that happened to a record, with a link to the rest; nothing where it may not be known. */
export async function Timeline({ viewer, of, limit = 8 }: Props) {
  const timeline = await listTimeline(viewer, of, { limit });
  if (!timeline) return null;
  const t = await getTranslations("office.timeline");
  const saying = await entryWords(await getLocale(), { people: seesOfficers(viewer) });
  const times = await deskTimes();
  const { entries } = timeline;
  return (
    <section className="box" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t("short")}</h2>
      {entries.length === 0 ? <p>{t("none")}</p> : null}
      <TimelineList entries={entries.map(saying)} moment={times.moment} known={timeline.known} />
      <p>
        <PageLink href={timelineOf(of.kind, of.id)}>{t("all")}</PageLink>
      </p>
    </section>
  );
}
