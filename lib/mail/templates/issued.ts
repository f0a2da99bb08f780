import { exporterFact, numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter that the certificate exists. */
export function issued(data: NoticeData<"issued">, words: Words): Content {
  const { say } = words;
  const { number, certificateNumber, certificateId } = data;
  return {
    subject: say("issued.subject", { number, certificate: certificateNumber }),
    heading: say("issued.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("issued.text"),
    facts: [
      { label: say("facts.certificate"), value: certificateNumber },
      numberFact(number, words),
      ...exporterFact(data.exporter, words),
    ],
    button: {
      label: say("issued.button"),
      address: words.address("/certificates/[certificateId]", { certificateId }),
    },
    notes: [say("issued.note")],
    mailNotes: [say("neverPassword")],
  };
}
