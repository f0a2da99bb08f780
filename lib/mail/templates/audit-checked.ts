import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import type { Words } from "@/lib/mail/words";

/** To the auditors, every day: whether the trail is whole, and its head, to be kept where nobody of the database is. */
export function auditChecked(data: NoticeData<"auditChecked">, words: Words): Content {
  const { say } = words;
  const { whole, entries, head, batch } = data;
  const state = whole ? "whole" : "broken";
  return {
    subject: say(`auditChecked.subject.${state}`),
    heading: say(`auditChecked.subject.${state}`),
    text: say(`auditChecked.text.${state}`),
    facts: [
      { label: say("auditChecked.entries"), value: String(entries) },
      { label: say("auditChecked.batch"), value: batch },
      { label: say("auditChecked.head"), value: head },
    ],
    button: { label: say("auditChecked.button"), address: words.address("/office/audit/chain") },
    notes: [say("auditChecked.note")],
  };
}
