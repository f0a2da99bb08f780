import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { QueueRow } from "@/lib/reviews/queries/list-queue";
import { carried, type QueueFilter } from "@/lib/reviews/queue-filter";

/** Who holds a file and since when; one that its holder leaves lying can be taken over from here. */
export async function HolderCell({ row, filter }: { row: QueueRow; filter: QueueFilter }) {
  const t = await getTranslations("office.queue");
  const times = await deskTimes();
  const { holderName, claimedAt, untouchedSince, takeable, mine } = row;
  if (holderName === null) return <span className="soft">{t("nobody")}</span>;
  return (
    <>
      {mine ? t("you") : holderName}
      {claimedAt ? (
        <span className="sub">{t("since", { when: times.lately(claimedAt) })}</span>
      ) : null}
      {untouchedSince ? (
        <span className="block">
          <span className="tag tag--amber">
            {t("untouched", { when: times.lately(untouchedSince) })}
          </span>{" "}
          {takeable ? (
            <PageLink
              className="nw"
              href={{
                pathname: "/office/review/[applicationId]/take-over",
                params: { applicationId: row.id },
                query: carried(filter),
              }}
              aria-label={t("takeOverNamed", { number: row.number })}
            >
              {t("takeOver")}
            </PageLink>
          ) : null}
        </span>
      ) : null}
    </>
  );
}
