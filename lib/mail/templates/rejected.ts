import { exporterFact, numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter of a statutory refusal (Act, s. 9(1)(c) or 10); the reasons stay in the portal. */
export function rejected(data: NoticeData<"rejected">, words: Words): Content {
  const { say } = words;
  const { number, applicationId } = data;
  return {
    subject: say("rejected.subject", { number }),
    heading: say("rejected.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("rejected.text"),
    facts: [
      numberFact(number, words),
      ...exporterFact(data.exporter, words),
      { label: say("facts.decision"), value: say("facts.rejected") },
    ],
    button: {
      label: say("rejected.button"),
      address: words.address("/applications/[applicationId]", { applicationId }),
    },
    notes: [say("rejected.note")],
    mailNotes: [say("neverPassword")],
  };
}
