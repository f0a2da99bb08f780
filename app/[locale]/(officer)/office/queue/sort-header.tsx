import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { queueQuery, viewOf, type QueueFilter, type QueueKey } from "@/lib/reviews/queue-filter";

interface Props {
  by: QueueKey;
  filter: QueueFilter;
  text: string;
  className?: string | undefined;
}

/** What is largest is wanted first, of days and names the first. */
const first = {
  due: "asc",
  received: "asc",
  exporter: "asc",
  carats: "desc",
  usd: "desc",
} as const;
const turned = { asc: "desc", desc: "asc" } as const;

/** The head of a column by which the queue can be put in order: a second press turns it round. */
export function SortHeader({ by, filter, text, className }: Props) {
  const t = useTranslations("office.queue.filter");
  const [key, direction] = filter.sort.split(".") as [QueueKey, "asc" | "desc"];
  const here = key === by;
  const sort = `${by}.${here ? turned[direction] : first[by]}` as const;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={here ? (direction === "desc" ? "descending" : "ascending") : undefined}
    >
      <PageLink
        href={{ pathname: "/office/queue", query: queueQuery({ ...viewOf(filter), sort }) }}
        title={t(`sorts.${sort}`)}
      >
        {text}
      </PageLink>
    </th>
  );
}
