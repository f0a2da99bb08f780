import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { showDate } from "@/lib/forms/dates";
import { originalDueOn } from "@/lib/imports/original";

interface Props {
  /** Where the day is known. */
  importedOn?: string | undefined;
  receivedOn?: string | null | undefined;
  /** Today in Ottawa. */
  today: string;
}

/** The paper is still needed: until when, and where it is mailed to. */
export function OriginalCard({ importedOn, receivedOn, today }: Props) {
  const t = useTranslations("imports.original");
  const frame = useTranslations("frame");
  const locale = useLocale();
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  if (receivedOn) {
    return (
      <section className="card">
        <h2>{t("title")}</h2>
        <p>{t("received", { when: showDate(receivedOn, locale) })}</p>
      </section>
    );
  }
  const due = importedOn === undefined ? null : originalDueOn(importedOn);
  const late = due !== null && due < today;
  return (
    <section className={late ? "card card--late" : "card"}>
      <h2>{t("title")}</h2>
      <p>
        {due === null
          ? t("rule")
          : t.rich(late ? "overdue" : "due", { when: showDate(due, locale), b })}
      </p>
      <p>{t("still")}</p>
      <p>
        {frame("office")}
        <br />
        {frame("sector")}
        <br />
        {frame("address")}
      </p>
      <p className="small soft">{t("law")}</p>
    </section>
  );
}
