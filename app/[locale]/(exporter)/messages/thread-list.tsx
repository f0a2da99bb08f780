import { useTranslations } from "next-intl";
import { threadHref } from "./messages-href";
import { PageLink } from "@/components/layout/page-link";
import { useFormatter } from "@/lib/i18n/formatter";
import type { ThreadRow } from "@/lib/messages/queries/list-threads";

interface Props {
  rows: readonly ThreadRow[];
  /** The one that is open beside the list. */
  current?: string;
  /** In a narrow column: how each stands is told shortly. */
  short?: boolean;
}

/** Conversations, each with who wrote last, what is new and what waits. */
export function ThreadList({ rows, current, short = false }: Props) {
  const t = useTranslations("messages.list");
  return (
    <ul className="inbox">
      {rows.map((row) => {
        const { id, subject, unread, draft, matter } = row;
        return (
          <li key={id} className={unread > 0 ? "unread" : undefined}>
            <PageLink href={threadHref(id)} aria-current={id === current ? "page" : undefined}>
              <bdi>{subject || t("noSubject")}</bdi>
            </PageLink>
            {short || !matter ? null : (
              <p className="soft">{t(`about.${matter.kind}`, { number: matter.number })}</p>
            )}
            <p className="soft">
              <Stand row={row} short={short} />
              {unread > 0 ? (
                <>
                  {" "}
                  <span className="tag tag--blue">{t("new", { count: String(unread) })}</span>
                </>
              ) : null}
              {draft ? (
                <>
                  {" "}
                  <span className="tag tag--amber">{t("draft")}</span>
                </>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function Stand({ row, short }: { row: ThreadRow; short: boolean }) {
  const t = useTranslations("messages.list");
  const format = useFormatter();
  const { last, lastMessageAt, startedAt, waitingSince } = row;
  const at = (date: Date) =>
    format.dateTime(date, { dateStyle: short ? "medium" : "long", timeStyle: "short" });
  if (!last || !lastMessageAt) return t("notSent", { when: at(startedAt) });
  const when = at(lastMessageAt);
  const who = last.mine
    ? t("byYou", { when })
    : last.side === "office"
      ? t("byOffice", { when })
      : t("byColleague", { when, name: last.author ?? "" });
  return short ? who : `${who} ${t(waitingSince ? "waits" : "answered")}`;
}
