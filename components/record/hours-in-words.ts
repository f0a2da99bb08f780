import { getLocale, getTranslations } from "next-intl/server";
import { todayInOttawa } from "@/lib/clock";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Calendar } from "@/lib/reference/types";
import { hoursInForce } from "@/lib/reference/working-days";

/** The office hours of today in words: "Monday to Friday, 8:00 to 16:00". */
export async function hoursInWords(calendar: Calendar): Promise<string> {
  const t = await getTranslations("officeHours");
  const locale = await getLocale();
  const format = formatterFor(locale);
  const hours = hoursInForce(calendar, todayInOttawa());
  if (!hours) return "–";
  // 2024-01-01 was a Monday; noon in UTC is that day in Ottawa too.
  const name = (day: number) =>
    format.dateTime(new Date(Date.UTC(2024, 0, day, 17)), { weekday: "long" });
  const time = (minutes: number) =>
    t("time", {
      hour: String(Math.floor(minutes / 60)),
      minute: String(minutes % 60).padStart(2, "0"),
    });
  const [opens, closes] = [time(hours.opens), time(hours.closes)];
  const days = [...hours.weekdays].sort((a, b) => a - b);
  const [first = 1, last = first] = [days[0], days.at(-1)];
  return days.length > 2 && last - first === days.length - 1
    ? t("range", { first: name(first), last: name(last), opens, closes })
    : t("list", { days: format.list(days.map(name)), opens, closes });
}
