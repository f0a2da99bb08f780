import { getTranslations } from "next-intl/server";
import { Counted } from "@/app/[locale]/(officer)/office/queue/counted";
import { PageLink } from "@/components/layout/page-link";
import { inboxQuery, inboxViews, type InboxFilter } from "@/lib/messages/inbox-filter";
import type { InboxFigures } from "@/lib/messages/queries/count-inbox";

interface Props {
  filter: InboxFilter;
  figures: InboxFigures;
}

/** The views with how much is in each; each is an address. */
export async function InboxTabs({ filter, figures }: Props) {
  const t = await getTranslations("office.inbox.views");
  return (
    <nav aria-label={t("label")}>
      <ul className="views">
        {inboxViews.map((view) => (
          <li key={view}>
            <PageLink
              href={{
                pathname: "/office/inbox",
                query: inboxQuery({ view, about: "", q: "", after: "" }),
              }}
              aria-current={filter.view === view ? "page" : undefined}
            >
              {t(view)}{" "}
              <span className="soft">
                <Counted count={figures[view]} />
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
