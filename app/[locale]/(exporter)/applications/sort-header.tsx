import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { addressOf, type ListFilter, type ListKey } from "@/lib/applications/schema-list";

interface Props {
  by: ListKey;
  filter: ListFilter;
  text: string;
  className?: string;
}

/** The head of a column by which the list can be put in order: a second press turns it round. */
export function SortHeader({ by, filter, text, className }: Props) {
  const t = useTranslations("applications.filter");
  const here = filter.sort.startsWith(`${by}.`);
  const down = filter.sort.endsWith(".desc");
  const sort = `${by}.${here && down ? "asc" : "desc"}` as const;
  const query = addressOf({ ...filter, sort, after: "", before: "" });
  return (
    <th
      scope="col"
      className={className}
      aria-sort={here ? (down ? "descending" : "ascending") : undefined}
    >
      <PageLink href={{ pathname: "/applications", query }} title={t(`sorts.${sort}`)}>
        {text}
      </PageLink>
    </th>
  );
}
