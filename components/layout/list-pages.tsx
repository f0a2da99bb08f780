import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { Href } from "@/lib/i18n/navigation";

interface Props {
  /** Where the pages beside this one end and begin; null at either end. */
  previous: string | null;
  next: string | null;
  /** The address of the page that ends before a place, begins after one, or is the first. */
  to: (place: { before?: string; after?: string }) => Href;
}

/** The ways to the pages beside this one. */
export function ListPages({ previous, next, to }: Props) {
  const t = useTranslations("frame.pages");
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("label")}>
      <ul className="pagination">
        {previous ? (
          <>
            <li>
              <PageLink href={to({})}>{t("first")}</PageLink>
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
              {t("next")}
            </PageLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
