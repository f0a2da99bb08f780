import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OwnNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { PageLink } from "@/components/layout/page-link";
import { drawsOf } from "@/lib/applications/facts";
import { sumOf } from "@/lib/applications/totals";
import { isEditable } from "@/lib/applications/status";
import { now } from "@/lib/clock";
import { showDecimal } from "@/lib/forms/numbers";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { getCalendar } from "@/lib/reference/queries";
import { promisedBy } from "@/lib/reference/working-time";

/** Beside the summary: what a submission brings, or when it was made. */
export async function NextCard({ opened, names }: { opened: OpenedSection; names: OwnNames }) {
  const t = await getTranslations("summary");
  const format = await getFormatter();
  const { application, locale } = opened;
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  const { id, answers, status } = application;
  const [newest] = application.submissions;
  if (!isEditable(status)) {
    return (
      <aside className="sticky">
        <div className="card card--wash">
          <h2>{t("next.readOnlyTitle")}</h2>
          {newest ? (
            <p>
              {t("next.submittedAt", {
                name: newest.submittedBy,
                when: format.dateTime(newest.submittedAt, {
                  dateStyle: "long",
                  timeStyle: "short",
                }),
              })}
            </p>
          ) : null}
          <p>
            <PageLink href={tasksHref(id)}>{t("back")}</PageLink>
          </p>
        </div>
      </aside>
    );
  }
  const when = format.dateTime(promisedBy(now(), await getCalendar()), {
    weekday: "long",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  return (
    <aside className="sticky">
      <div className="card card--wash">
        <h2>{t("next.title")}</h2>
        <p>{t.rich("next.text", { when, b })}</p>
        {names.certificates.map(({ id: certificate, number }) => {
          const draws = drawsOf(answers).filter((draw) => draw.importCertificateId === certificate);
          if (draws.length === 0) return null;
          const carats = showDecimal(sumOf(draws.map((draw) => draw.carats)), locale, "carats");
          return <p key={certificate}>{t("next.reserved", { carats, number })}</p>;
        })}
      </div>
    </aside>
  );
}
