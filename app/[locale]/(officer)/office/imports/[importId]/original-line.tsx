import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { showDate } from "@/lib/forms/dates";
import { originalState } from "@/lib/imports/original";
import type { RegisteredPaper } from "@/lib/imports/queries/find-registered";

interface Props {
  registered: RegisteredPaper;
  /** In Ottawa. */
  today: string;
}

/** Where the original stands, and the way to the page that records it. */
export async function OriginalLine({ registered, today }: Props) {
  const t = await getTranslations("office.imports.paper");
  const words = await getTranslations("office.imports.original");
  const locale = await getLocale();
  const { originalReceivedOn, mayReceive, mayCorrectOriginal } = registered;
  const { state, due, days, late } = originalState(registered, today);
  const dueOn = showDate(due, locale);
  return (
    <>
      {stand()}
      {mayReceive || mayCorrectOriginal ? (
        <PageLink
          className="block"
          href={{
            pathname: "/office/imports/[importId]/original",
            params: { importId: registered.id },
          }}
        >
          {t(mayReceive ? "record" : "correct")}
        </PageLink>
      ) : null}
    </>
  );

  function stand(): string {
    switch (state) {
      case "received":
        return t("originalText", {
          date: showDate(originalReceivedOn ?? "", locale),
          day:
            late > 0
              ? words("late", { days: late })
              : words(days === 0 ? "dayZero" : "dayOf", { day: days }),
        });
      case "awaited":
        return t("originalNone", { date: dueOn });
      case "overdue":
        return t("originalOverdue", { date: dueOn, late: words("overdue", { days: late }) });
    }
  }
}
