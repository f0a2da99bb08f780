import { dateInOttawa, officeZone } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import type { Language } from "@/prisma/generated/enums";

const NBSP = "\u00A0";

/** An ISO instant on the office's clock, as date and time: "November 20, 2026", "15:42, Ottawa time". */
export function showInstant(iso: string, language: Language): [day: string, time: string] {
  const at = new Date(iso);
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: officeZone,
  }).format(at);
  const day = showDate(dateInOttawa(at), language);
  return language === "fr"
    ? [day, `${time.replace(":", `${NBSP}h${NBSP}`)}, heure d’Ottawa`]
    : [day, `${time}, Ottawa time`];
}
