import { useTranslations } from "next-intl";
import { EntryChange } from "./entry-change";
import { EntryRecords } from "./entry-records";
import type { EntryWords } from "./entry-words";

interface Props {
  entries: readonly EntryWords[];
  moment: (at: Date) => string;
  /** The record itself, and others that its page names anyway. */
  known: readonly string[];
}

/** Who, what, from, to, and on what else than the record itself: one entry an item. */
export function TimelineList({ entries, moment, known }: Props) {
  const t = useTranslations("office.timeline");
  return (
    <ul className="small history">
      {entries.map((entry) => {
        const on = entry.on.filter(({ id }) => id === null || !known.includes(id));
        return (
          <li key={entry.id} className={entry.denied ? "need" : undefined}>
            <time className="soft" dateTime={entry.at.toISOString()}>
              {moment(entry.at)}
            </time>{" "}
            {t.rich("sentence", {
              who: entry.who,
              what: entry.what,
              b: (name) => <b>{name}</b>,
            })}{" "}
            <EntryChange entry={entry} apart />
            {on.length === 0 ? null : (
              <span className="sub">
                <EntryRecords on={on} nothing="" />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
