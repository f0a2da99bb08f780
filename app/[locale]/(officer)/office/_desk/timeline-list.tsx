import { useTranslations } from "next-intl";
import { EntryChange } from "./entry-change";
import { EntryRecords } from "./entry-records";
import type { EntryWords } from "./entry-words";

interface Props {
  entries: readonly EntryWords[];
  moment: (at: Date) => string;
  /** On the page of the record itself: on what is known there. */
  brief?: boolean;
}

/** Who, what, on what, from, to: one entry an item. */
export function TimelineList({ entries, moment, brief = false }: Props) {
  const t = useTranslations("office.timeline");
  return (
    <ul className="small history">
      {entries.map((entry) => (
        <li key={entry.id} className={entry.denied ? "need" : undefined}>
          <span className="soft">{moment(entry.at)}</span>{" "}
          {t.rich("sentence", {
            who: entry.who,
            what: entry.what,
            b: (name) => <b>{name}</b>,
          })}{" "}
          <EntryChange entry={entry} />
          {brief || entry.on.length === 0 ? null : (
            <span className="sub">
              <EntryRecords on={entry.on} nothing="" />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
