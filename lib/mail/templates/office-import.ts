import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the office of an import that an exporter announces. */
export function officeImport(data: NoticeData<"officeImport">, words: Words): Content {
  const { say } = words;
  const { announcementId } = data;
  const number = oneLine(data.number);
  return {
    subject: say("officeImport.subject", { number }),
    heading: say("officeImport.heading"),
    text: say("officeImport.text"),
    facts: [
      { label: say("facts.importNumber"), value: number },
      { label: say("facts.exporter"), value: oneLine(data.exporter) },
    ],
    button: {
      label: say("officeImport.button"),
      address: words.address("/office/imports/announcements/[announcementId]", { announcementId }),
    },
    notes: [say("officeImport.note")],
  };
}
