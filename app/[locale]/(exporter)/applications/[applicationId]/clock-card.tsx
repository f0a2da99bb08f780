import { getTranslations } from "next-intl/server";
import { ClockLeft } from "@/components/record/clock-left";
import { ClockLine } from "@/components/record/clock-line";
import { hoursInWords } from "@/components/record/hours-in-words";
import { clockOf } from "@/lib/applications/clock-figures";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import { now } from "@/lib/clock";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { getCalendar } from "@/lib/reference/queries";

/** The service clock of an application: the office and the exporter read the same figures. */
export async function ClockCard({ application }: { application: ApplicationDetail }) {
  if (application.clock.length === 0) return null;
  const t = await getTranslations("clock");
  const format = await getFormatter();
  const calendar = await getCalendar();
  const clock = clockOf(application, now(), calendar);
  const { running, stoppedAt } = clock;
  return (
    <div className="card clock">
      <h2>{t("title")}</h2>
      <ClockLeft clock={clock} />
      <p>
        <ClockLine clock={clock} reader="exporter" />
      </p>
      {running === "exporter" && stoppedAt ? (
        <p>
          {t("stopped", {
            when: format.dateTime(stoppedAt, { dateStyle: "long", timeStyle: "short" }),
          })}
        </p>
      ) : null}
      {running ? (
        <p className="soft">{t("working", { hours: await hoursInWords(calendar) })}</p>
      ) : null}
    </div>
  );
}
