import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FiguresTable } from "./figures-table";
import { OfficeEmail } from "@/components/layout/office-email";
import { OfficePhone } from "@/components/layout/office-phone";
import { hoursInWords } from "@/components/record/hours-in-words";
import { getServiceFigures } from "@/lib/applications/queries/service-standard";
import { now, todayInOttawa } from "@/lib/clock";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { holidaysIn } from "@/lib/reference/holidays";
import { getCalendar } from "@/lib/reference/queries";
import { promisedBy, promisedHours } from "@/lib/reference/working-time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("serviceStandard");
  return { title: t("title") };
}

/** What the office promises, how it is counted, and whether it was kept. */
export default async function ServiceStandardPage() {
  const t = await getTranslations("serviceStandard");
  const locale = await getLocale();
  const format = await getFormatter();
  const [calendar, figures] = await Promise.all([getCalendar(), getServiceFigures()]);
  const year = Number(todayInOttawa().slice(0, 4));
  const holidays = [...holidaysIn(year, calendar.holidays)].sort(([a], [b]) => (a < b ? -1 : 1));
  const moment = (at: Date) =>
    format.dateTime(at, {
      weekday: "long",
      month: "long",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
    });
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lede">{t("lede")}</p>
      <h2>{t("figures.title")}</h2>
      <FiguresTable figures={figures} />
      <h2>{t("counted.title")}</h2>
      <ul>
        <li>{t("counted.day", { hours: promisedHours, open: await hoursInWords(calendar) })}</li>
        <li>{t("counted.received")}</li>
        <li>
          {t("counted.example", { now: moment(now()), when: moment(promisedBy(now(), calendar)) })}
        </li>
        <li>{t("counted.returned")}</li>
        <li>{t("counted.fixed")}</li>
      </ul>
      <h2>{t("holidays.title", { year: String(year) })}</h2>
      <p>{t("holidays.text")}</p>
      <ul>
        {holidays.map(([day, { nameEn, nameFr }]) => (
          <li key={day}>
            {format.dateTime(new Date(day), {
              weekday: "long",
              month: "long",
              day: "numeric",
              timeZone: "UTC",
            })}
            {locale === "fr" ? "\u00A0: " : ": "}
            {locale === "fr" ? nameFr : nameEn}
          </li>
        ))}
      </ul>
      <h2>{t("late.title")}</h2>
      <p>
        {t("late.text")}
        <OfficeEmail />, <OfficePhone />
      </p>
    </>
  );
}
