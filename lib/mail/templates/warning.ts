import type { Content } from "@/lib/mail/content";
import type { AuthorityWarning, NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** To the authority of the destination: a certificate of Canada no longer holds. */
export function warning(
  template: AuthorityWarning,
  { certificateNumber: number, authority }: NoticeData<AuthorityWarning>,
  words: Words,
): Content {
  const { say } = words;
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    greeting: say("importConfirmation.greeting", { authority: oneLine(authority) }),
    text: say(`${template}.text`, { number }),
    facts: [{ label: say("facts.certificate"), value: number }],
    button: { label: say("checkButton"), address: words.address("/verify") },
    notes: [say(`${template}.note`)],
  };
}

/** Tells the office that something of a certificate waits for an officer. */
export function toOffice(
  template: "officeLoss" | "officeDifferences",
  data: NoticeData<"officeLoss" | "officeDifferences">,
  words: Words,
): Content {
  const { say } = words;
  const { certificateId, certificateNumber: number } = data;
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    text: say(`${template}.text`),
    facts: [
      { label: say("facts.certificate"), value: number },
      { label: say("facts.exporter"), value: oneLine(data.exporter) },
    ],
    button: {
      label: say(`${template}.button`),
      address: words.address("/office/certificates/[certificateId]", { certificateId }),
    },
    notes: [say(`${template}.note`)],
  };
}
