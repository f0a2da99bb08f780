import { numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells an owner what somebody else has submitted in the name of the profile. */
export function submittedByOther(data: NoticeData<"submittedByOther">, words: Words): Content {
  const { say } = words;
  const { applicationId, number } = data;
  return {
    subject: say("submittedByOther.subject", { number, exporter: oneLine(data.exporter) }),
    heading: say("submittedByOther.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("submittedByOther.text"),
    facts: [
      numberFact(number, words),
      { label: say("facts.exporter"), value: oneLine(data.exporter) },
      { label: say("facts.submittedBy"), value: oneLine(data.person) },
      { label: say("facts.submitted"), value: words.time(data.submittedAt) },
    ],
    button: {
      label: say("extended.button"),
      address: words.address("/applications/[applicationId]", { applicationId }),
    },
    notes: [say("submittedByOther.note")],
    mailNotes: [say("neverPassword")],
  };
}
