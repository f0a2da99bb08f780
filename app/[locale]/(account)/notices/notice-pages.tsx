import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { noticeAddress, type NoticeFilter } from "@/lib/notices/schema";

interface Props {
  filter: NoticeFilter;
  previous: string | null;
  next: string | null;
}

/** The ways to the pages beside this one. */
export function NoticePages({ filter, previous, next }: Props) {
  const t = useTranslations("notices");
  if (!previous && !next && !filter.after && !filter.before) return null;
  const to = (place: Partial<NoticeFilter>) => ({
    pathname: "/notices" as const,
    query: noticeAddress({ ...filter, after: "", before: "", ...place }),
  });
  return (
    <nav aria-label={t("pages")}>
      <ul className="pagination">
        {previous ? (
          <>
            <li>
              <PageLink href={to({})}>{t("newest")}</PageLink>
            </li>
            <li>
              <PageLink rel="prev" href={to({ before: previous })}>
                {t("previous")}
              </PageLink>
            </li>
          </>
        ) : null}
        {next ? (
          <li>
            <PageLink rel="next" href={to({ after: next })}>
              {t("older")}
            </PageLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
