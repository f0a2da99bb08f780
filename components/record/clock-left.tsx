import { useTranslations } from "next-intl";
import { useSpan } from "@/components/record/use-span";
import { promisedMinutes, type ClockFigures } from "@/lib/applications/clock-figures";
import { useFormatter } from "@/lib/i18n/formatter";

/** What is left of the business day that the office promises, while its clock runs. */
export function ClockLeft({ clock }: { clock: ClockFigures }) {
  const t = useTranslations("clock");
  const format = useFormatter();
  const span = useSpan();
  if (!clock.promisedAt) return null;
  const { late, left, lateBy, promisedAt } = clock;
  const when = format.dateTime(promisedAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <p className="clock__time">
        {late ? t("late", { time: span(lateBy) }) : t("left", { time: span(left) })}
      </p>
      <progress aria-label={t("bar")} value={left} max={promisedMinutes} />
      <p>{t(late ? "wasDue" : "due", { when })}</p>
    </>
  );
}
