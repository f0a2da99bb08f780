import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnnouncementTag } from "@/app/[locale]/(exporter)/imports/announcement-tag";
import { announcementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { PageLink } from "@/components/layout/page-link";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { originalDueOn } from "@/lib/imports/original";
import type { AnnouncementRow } from "@/lib/imports/queries/list-announcements";

interface Props {
  /** Those that wait for the exporter. */
  rows: readonly AnnouncementRow[];
}

/** The announced imports that wait for the exporter, and until when their originals are due. */
export function AnnouncedCards({ rows }: Props) {
  const t = useTranslations("dashboard.announced");
  const locale = useLocale();
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="announced">
      <h2 id="announced" className="visually-hidden">
        {t("title")}
      </h2>
      <div className="stack">
        {rows.map(({ id, status, announced: { number, importedOn } }) => {
          const due = importedOn === undefined ? null : originalDueOn(importedOn);
          const late = due !== null && due < todayInOttawa();
          return (
            <article key={id} className={`card card--link ${late ? "card--late" : "card--you"}`}>
              <div className="card__row">
                <h3>
                  <PageLink href={announcementHref(id)}>
                    {number === undefined
                      ? t("finishUnnamed")
                      : t(status === "returned" ? "answer" : "finish", { name: number })}
                  </PageLink>
                </h3>
                <AnnouncementTag status={status} />
              </div>
              {due === null ? null : (
                <p>{t.rich(late ? "late" : "due", { when: showDate(due, locale), b })}</p>
              )}
            </article>
          );
        })}
      </div>
    </section>
  );
}
