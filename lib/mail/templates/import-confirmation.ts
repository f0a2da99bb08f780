import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** To the exporting authority: a shipment has arrived (KPCS III(b)). The figures are in the attached letter. */
export function importConfirmation(data: NoticeData<"importConfirmation">, words: Words): Content {
  const { say } = words;
  const number = oneLine(data.number);
  return {
    subject: say("importConfirmation.subject", { number }),
    heading: say("importConfirmation.heading"),
    greeting: say("importConfirmation.greeting", { authority: oneLine(data.authority) }),
    text: say("importConfirmation.text", { number }),
    facts: [{ label: say("facts.importCertificate"), value: number }],
    notes: [say("importConfirmation.note")],
  };
}
