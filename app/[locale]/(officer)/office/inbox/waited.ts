import { getTranslations } from "next-intl/server";
import { promisedHours } from "@/lib/reference/working-time";

/** For how long something waits, in the office's hours: "5 h 10", and from one business day on in days. */
export async function waitedWords(): Promise<(minutes: number) => string> {
  const t = await getTranslations("office.inbox.waited");
  return (minutes) => {
    const days = Math.floor(minutes / (promisedHours * 60));
    if (days > 0) return t("days", { days });
    const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
    return t("hours", { hours: String(hours), minutes: String(left).padStart(2, "0") });
  };
}
