import { useTranslations } from "next-intl";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { PageLink } from "@/components/layout/page-link";
import type { Activity } from "@/lib/applications/queries/activity";
import { useFormatter } from "@/lib/i18n/formatter";

/** What happened last, in plain words, newest first. */
export function ActivityCard({ activity }: { activity: readonly Activity[] }) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <section className="card">
      <h2>{t("dashboard.activity.title")}</h2>
      {activity.length === 0 ? <p>{t("dashboard.activity.none")}</p> : null}
      <ul className="inbox">
        {activity.map(({ id, at, application, what, detail, person }) => {
          const again = what === "submit" && detail !== "1";
          const said = t(`history.what.${again ? "resubmit" : what}`, { detail: detail ?? "" });
          const when = format.dateTime(at, { dateStyle: "long", timeStyle: "short" });
          const name = application?.number ?? t("dashboard.activity.draft");
          return (
            <li key={id}>
              {application ? (
                <PageLink href={tasksHref(application.id)}>
                  {t("dashboard.activity.entry", { name, said })}
                </PageLink>
              ) : null}
              <p className="soft">{person ? t("dashboard.activity.by", { when, person }) : when}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
