import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { threadAddress, type ThreadFilter } from "@/lib/messages/schema-list";

interface Props {
  filter: ThreadFilter;
  page: number;
  pages: number;
}

/** The ways to the pages beside this one. */
export function ThreadPages({ filter, page, pages }: Props) {
  const t = useTranslations("messages.pages");
  if (pages < 2) return null;
  const to = (other: number) => ({
    pathname: "/messages" as const,
    query: threadAddress({ ...filter, page: other }),
  });
  return (
    <nav aria-label={t("label")}>
      <ul className="pagination">
        {page > 1 ? (
          <li>
            <PageLink rel="prev" href={to(page - 1)}>
              {t("newer")}
            </PageLink>
          </li>
        ) : null}
        <li>{t("here", { page: String(page), pages: String(pages) })}</li>
        {page < pages ? (
          <li>
            <PageLink rel="next" href={to(page + 1)}>
              {t("older")}
            </PageLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
