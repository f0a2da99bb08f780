import { useLocale, useTranslations } from "next-intl";
import { dayIn, isBefore, showDate } from "@/lib/forms/dates";

interface Props {
  name: string;
  label: string;
  typed: string;
  /** As it was typed, the day before which this one cannot be. */
  since?: string;
}

/** A day of the filter, as text: the browser's own date field has its own order. */
export function DayField({ name, label, typed, since = "" }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const read = dayIn(typed);
  const { day: start } = dayIn(since);
  const early = isBefore(read.day, start);
  const problem = early ? "beforeFirst" : read.problem;
  const [first = "", second = ""] = (early && start ? [start] : read.readings).map((day) =>
    showDate(day, locale),
  );
  return (
    <div className={problem ? "field field--error" : "field"}>
      <label htmlFor={name}>{label}</label>
      {problem ? (
        <p className="error" id={`${name}-error`}>
          <span className="visually-hidden">{t("form.error")} </span>
          {t(`errors.date.${problem}`, { typed, first, second })}
        </p>
      ) : null}
      <input
        type="text"
        id={name}
        name={name}
        defaultValue={typed}
        maxLength={40}
        placeholder={t("applications.filter.day")}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-error` : undefined}
      />
    </div>
  );
}
