import { getTranslations } from "next-intl/server";
import { dateInOttawa, now } from "@/lib/clock";
import { getFormatter } from "@/lib/i18n/get-formatter";

const DAY = 86_400_000;

/** Days and times of the office (Ottawa), in the reader's words. */
export async function deskTimes() {
  const format = await getFormatter();
  const t = await getTranslations("office.due");
  const time = format.time24;
  const date = (at: Date) =>
    format.dateTime(at, { month: "short", day: "numeric", year: "numeric" });
  /** "Nov 24, 08:55" */
  const moment = (at: Date) => t("on", { date: date(at), time: time(at) });

  /** "today 11:30", "tomorrow 08:55", else day and time: fit for the middle of a sentence. */
  function near(at: Date): string {
    const day = dateInOttawa(at);
    if (day === dateInOttawa(now())) return t("today", { time: time(at) });
    if (day === dateInOttawa(new Date(now().getTime() + DAY)))
      return t("tomorrow", { time: time(at) });
    return moment(at);
  }

  /** "today 11:30", "Monday 15:00" within a week, else day and time: of what is past. */
  function lately(at: Date): string {
    const days = (Date.parse(dateInOttawa(now())) - Date.parse(dateInOttawa(at))) / DAY;
    if (days < 1 || days > 6) return near(at);
    return t("weekday", { weekday: format.dateTime(at, { weekday: "long" }), time: time(at) });
  }

  return {
    time,
    moment,
    near,
    lately,
    today: format.dateTime(now(), { dateStyle: "full" }),
    /** The promised time in words, and whether it has passed. */
    due(at: Date | null): { text: string; late: boolean; sub?: string } {
      if (!at) return { text: t("none"), late: false };
      const late = at < now();
      return late
        ? { text: t("overdue"), late, sub: t("overdueSince", { when: near(at) }) }
        : { text: capitalised(near(at)), late };
    },
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
