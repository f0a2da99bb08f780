import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { mailAddress } from "@/lib/mail/schema-list";
import { mailViews, type MailView } from "@/lib/mail/state";

interface Props {
  view: MailView;
  /** How many were never sent and wait to be looked at. */
  dead: number;
}

/** The lists of mails; each is an address. Only those never sent are counted: they ask for somebody. */
export async function MailTabs({ view: shown, dead }: Props) {
  const t = await getTranslations("office.emails.views");
  return (
    <nav aria-label={t("label")}>
      <ul className="views">
        {mailViews.map((view) => (
          <li key={view}>
            <PageLink
              href={{ pathname: "/office/emails", query: mailAddress({ view }) }}
              aria-current={shown === view ? "page" : undefined}
            >
              {view === "neverSent" && dead > 0
                ? t("counted", { name: t(view), count: dead })
                : t(view)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
