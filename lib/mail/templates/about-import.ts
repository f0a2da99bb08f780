import { exporterFact, type Content } from "@/lib/mail/content";
import type { AboutImport, NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the importer how an import stands; the office's words and the carats stay in the portal. */
export function aboutImport(
  template: AboutImport,
  data: NoticeData<AboutImport>,
  words: Words,
): Content {
  const { say } = words;
  const { announcementId, importId, dueOn } = data;
  const number = oneLine(data.number);
  const due = dueOn ? [{ label: say("facts.originalDue"), value: words.date(dueOn) }] : [];
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say(`${template}.text`),
    facts: [
      { label: say("facts.importNumber"), value: number },
      ...exporterFact(data.exporter, words),
      ...due,
    ],
    button: { label: say(`${template}.button`), address: page() },
    notes: [say(`${template}.note`)],
    mailNotes: [say("neverPassword")],
  };

  function page(): string {
    if (importId) return words.address("/imports/[importId]", { importId });
    if (!announcementId) return words.address("/imports");
    return words.address("/imports/announcements/[announcementId]", { announcementId });
  }
}
