import { useTranslations } from "next-intl";
import type { Statement, StatementFilter } from "@/lib/imports/statement";

interface Props extends Pick<Statement, "page" | "pages"> {
  address: string;
  kind: StatementFilter["kind"];
}

/** The ways to the pages beside this one; the newest entries are on the last. */
export function StatementPages({ page, pages, address, kind }: Props) {
  const t = useTranslations("statement.pages");
  if (pages < 2) return null;
  const to = (number: number) =>
    `${address}?${new URLSearchParams({ ...(kind ? { kind } : {}), page: String(number) }).toString()}`;
  return (
    <nav aria-label={t("label")}>
      <p className="small">{t("here", { page, pages })}</p>
      <ul className="pagination">
        {page > 1 ? (
          <li>
            <a rel="prev" href={to(page - 1)}>
              {t("earlier")}
            </a>
          </li>
        ) : null}
        {page < pages ? (
          <li>
            <a rel="next" href={to(page + 1)}>
              {t("later")}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
