import { getLocale, getTranslations } from "next-intl/server";
import { showDate } from "@/lib/forms/dates";
import type { RegisterRow } from "@/lib/imports/queries/list-register";

/** Where the original stands, lateness in days and in words. */
export async function OriginalWords({
  row: { original, originalReceivedOn },
}: {
  row: Pick<RegisterRow, "original" | "originalReceivedOn">;
}) {
  const t = await getTranslations("office.imports.original");
  const locale = await getLocale();
  const due = showDate(original.due, locale);
  switch (original.state) {
    case "received":
      return (
        <>
          {t("received", { date: showDate(originalReceivedOn ?? "", locale) })}
          {original.late > 0 ? (
            <span className="sub">{t("late", { days: original.late })}</span>
          ) : null}
        </>
      );
    case "awaited":
      return t("awaited", { date: due });
    case "overdue":
      return (
        <>
          <b>{t("overdue", { days: original.late })}</b>
          <span className="sub">{t("dueWas", { date: due })}</span>
        </>
      );
  }
}
