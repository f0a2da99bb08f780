import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { ArrivalNotice } from "@/components/layout/arrival-notice";
import type { findJustDone } from "@/lib/reviews/queries/find-just-done";
import type { QueueRow } from "@/lib/reviews/queries/list-queue";
import { carried, type QueueFilter } from "@/lib/reviews/queue-filter";
import { neighbourOf } from "@/lib/reviews/queue-neighbour";

interface Props {
  justDone: Awaited<ReturnType<typeof findJustDone>>;
  rows: readonly QueueRow[];
  filter: QueueFilter;
}

/** What the officer has just done with a file, with the way to it and to where it stood in the list. */
export async function JustDone({ justDone, rows, filter }: Props) {
  if (!justDone) return null;
  const t = await getTranslations("office.queue.done");
  const { id: applicationId, number, done } = justDone;
  const near = neighbourOf(rows, filter.sort, justDone);
  return (
    <ArrivalNotice key={justDone.event} className="ok" near={near?.id}>
      <p>
        {t(done, { number })}{" "}
        <PageLink
          href={{
            pathname: "/office/review/[applicationId]",
            params: { applicationId },
            query: carried(filter),
          }}
        >
          {t("open")}
        </PageLink>
        {near ? (
          <>
            {" "}
            <a href={`#file-${near.id}`}>
              {near.id === applicationId ? t("here") : t("near", { number: near.number })}
            </a>
          </>
        ) : null}
      </p>
    </ArrivalNotice>
  );
}
