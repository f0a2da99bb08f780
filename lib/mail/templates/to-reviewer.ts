import { numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData, ToReviewer } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the officer whose file it is that something of it waits for them. */
export function toReviewer(
  template: ToReviewer,
  { applicationId, number, exporter, name }: NoticeData<ToReviewer>,
  words: Words,
): Content {
  const { say } = words;
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    greeting: say("greeting", { name: oneLine(name) }),
    text: say(`${template}.text`),
    facts: [numberFact(number, words), { label: say("facts.exporter"), value: oneLine(exporter) }],
    button: {
      label: say("officeWithdrawal.button"),
      address: words.address("/office/review/[applicationId]", { applicationId }),
    },
    notes: [],
  };
}
