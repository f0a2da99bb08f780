import { exporterFact, numberFact, timeFacts, versionFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells who submitted that the application arrived. */
export function receipt(data: NoticeData<"receipt">, words: Words): Content {
  const { say } = words;
  const { number, applicationId } = data;
  const version = data.version > 1 ? [versionFact(data.version, words)] : [];
  return {
    subject: say("receipt.subject", { number }),
    heading: say("receipt.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("receipt.text"),
    facts: [
      numberFact(number, words),
      ...exporterFact(data.exporter, words),
      ...version,
      ...timeFacts(data, words, "received"),
    ],
    button: {
      label: say("receipt.button"),
      address: words.address("/applications/[applicationId]/receipt", { applicationId }),
    },
    notes: [say("receipt.note")],
    mailNotes: [say("neverPassword")],
  };
}
