import { getLocale, getTranslations } from "next-intl/server";
import { timelineOf } from "@/app/[locale]/(officer)/office/_desk/entry-words";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { showDate } from "@/lib/forms/dates";
import type { HistoryEntry } from "@/lib/reviews/queries/list-history";

/** What happened to a file, newest first: when, who, what. */
export async function History({
  entries,
  applicationId,
}: {
  entries: readonly HistoryEntry[];
  applicationId: string;
}) {
  const t = await getTranslations("office.review.history");
  const times = await deskTimes();
  const place = await kept();
  const locale = await getLocale();

  function sentence({ by, event }: HistoryEntry): string {
    switch (event.kind) {
      case "application.submitted":
        return t("submitted", { by, version: String(event.data.version) });
      case "application.moved":
        return t(event.data.move, { by, note: event.data.note ?? "" });
      case "application.holderChanged": {
        const { from, to, reason } = event.data;
        if (to === null) return t("released", { by });
        return from === null ? t("claimed", { by }) : t("takenOver", { by, reason: reason ?? "" });
      }
      case "application.reminded":
        return t(event.data.reminder);
      case "application.referenceChanged":
        return t("referenceChanged", { by, from: showDate(event.data.from, locale) });
      case "withdrawal.requested":
        return t("withdrawalRequested", { by, reason: event.data.reason });
      case "withdrawal.takenBack":
        return t("withdrawalTakenBack", { by });
      case "withdrawal.refused":
        return t("withdrawalRefused", { by, reason: event.data.reason });
      case "document.infected":
        return t("infected", event.data);
      case "certificate.issued":
        return t("issued", { by, number: event.data.number });
      case "certificate.documentReady":
        return t("document");
    }
  }

  return (
    <section>
      <h2>{t("title")}</h2>
      <ul className="small history">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span className="soft">{times.near(entry.at)}</span> {sentence(entry)}
            {entry.event.kind === "application.submitted" ? (
              <>
                {" "}
                <PageLink
                  href={{
                    pathname: "/office/review/[applicationId]/versions/[submission]",
                    params: { applicationId, submission: String(entry.event.data.version) },
                    query: place,
                  }}
                >
                  {t("asSubmitted")}
                </PageLink>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="small">
        <PageLink href={timelineOf("application", applicationId)}>{t("everything")}</PageLink>
      </p>
    </section>
  );
}
