import { useTranslations } from "next-intl";

/** A span of minutes in words: 3 h 05 min. */
export function useSpan(): (minutes: number) => string {
  const t = useTranslations("clock");
  return (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return hours > 0
      ? t("hours", { hours, minutes: String(rest).padStart(2, "0") })
      : t("minutes", { minutes: String(rest) });
  };
}
