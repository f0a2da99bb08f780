import { useTranslations } from "next-intl";
import { ThreadList } from "@/app/[locale]/(exporter)/messages/thread-list";
import { PageLink } from "@/components/layout/page-link";
import type { ThreadRow } from "@/lib/messages/queries/list-threads";

interface Props {
  rows: readonly ThreadRow[];
  mayAct: boolean;
}

/** The newest conversations with the office. */
export function MessagesCard({ rows, mayAct }: Props) {
  const t = useTranslations("messages");
  return (
    <section className="card">
      <h2>{t("title")}</h2>
      {rows.length === 0 ? <p>{t("empty.title")}</p> : <ThreadList rows={rows} short />}
      <ul className="plain small">
        {rows.length === 0 ? null : (
          <li>
            <PageLink href="/messages">{t("all")}</PageLink>
          </li>
        )}
        {mayAct ? (
          <li>
            <PageLink href="/messages/new">{t("new.title")}</PageLink>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
