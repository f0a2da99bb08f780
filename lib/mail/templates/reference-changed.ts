import { exporterFact, numberFact, type Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter that what an open application rests on changes; which row it is stays in the portal. */
export function referenceChanged(data: NoticeData<"referenceChanged">, words: Words): Content {
  const { say } = words;
  const { number, applicationId, referenceKind, from } = data;
  return {
    subject: say("referenceChanged.subject", { number: number || "none" }),
    heading: say("referenceChanged.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("referenceChanged.text"),
    facts: [
      ...(number ? [numberFact(number, words)] : []),
      ...exporterFact(data.exporter, words),
      { label: say("facts.whatChanged"), value: say("referenceChanged.kinds", { referenceKind }) },
      { label: say("facts.holdsFrom"), value: words.date(from) },
    ],
    button: {
      label: say("referenceChanged.button"),
      address: words.address("/applications/[applicationId]", { applicationId }),
    },
    notes: [say("referenceChanged.note")],
    mailNotes: [say("neverPassword")],
  };
}
