import { numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the office that an exporter asks to withdraw an application that an officer has opened. */
export function officeWithdrawal(data: NoticeData<"officeWithdrawal">, words: Words): Content {
  const { say } = words;
  const { number, applicationId } = data;
  return {
    subject: say("officeWithdrawal.subject", { number }),
    heading: say("officeWithdrawal.heading"),
    text: say("officeWithdrawal.text"),
    facts: [
      numberFact(number, words),
      { label: say("facts.exporter"), value: oneLine(data.exporter) },
    ],
    button: {
      label: say("officeWithdrawal.button"),
      address: words.address("/office/review/[applicationId]", { applicationId }),
    },
    notes: [say("officeWithdrawal.note")],
  };
}
