import { paragraphsOf } from "@/lib/broadcasts/paragraphs";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import type { Announcement } from "@/lib/mail/said-at-large";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** What an administrator says to exporters, in their words: in each language what was written in it. */
export function announcement(
  template: Announcement,
  data: NoticeData<Announcement>,
  { locale, say, address, list }: Words,
): Content {
  const title = oneLine(locale === "fr" ? data.titleFr : data.titleEn);
  const [text = "", ...more] = paragraphsOf(locale === "fr" ? data.textFr : data.textEn);
  const name = oneLine(data.name);
  const { exporters = [] } = data;
  const count = exporters.length;
  return {
    subject: title,
    heading: title,
    ...(name && { greeting: say("greeting", { name }) }),
    text,
    more,
    facts: count > 0 ? [{ label: say("facts.saidTo"), value: list(exporters.map(oneLine)) }] : [],
    button: { label: say("announcement.button"), address: address("/home") },
    notes: [count > 0 ? say(`${template}.noteToSome`, { count }) : say(`${template}.note`)],
    mailNotes: [say("neverPassword")],
  };
}
