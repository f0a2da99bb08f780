import type { Content } from "@/lib/mail/content";
import type { ConfirmationAsk, NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/**
 * To the authority of the destination: the link to the form on which it confirms an import. The number alone is said of
 * the certificate; the rest is on the paper, which the form asks for.
 */
export function confirmationAsk(
  template: ConfirmationAsk,
  { certificateNumber: number, authority, linkId }: NoticeData<ConfirmationAsk>,
  words: Words,
  tokenOf: (id: string) => string,
): Content {
  const { say } = words;
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    greeting: say("importConfirmation.greeting", { authority: oneLine(authority) }),
    text: say(`${template}.text`, { number }),
    facts: [{ label: say("facts.certificate"), value: number }],
    button: {
      label: say(`${template}.button`),
      address: words.address("/import-confirmation/[token]", { token: tokenOf(linkId) }),
    },
    notes: [say(`${template}.note`)],
  };
}

/** To the same: the receipt of what it confirmed, attached. */
export function receiptSigned(
  { certificateNumber: number, authority }: NoticeData<"receiptSigned">,
  { say }: Words,
): Content {
  return {
    subject: say("receiptSigned.subject", { number }),
    heading: say("receiptSigned.heading"),
    greeting: say("importConfirmation.greeting", { authority: oneLine(authority) }),
    text: say("receiptSigned.text", { number }),
    facts: [{ label: say("facts.certificate"), value: number }],
    notes: [say("receiptSigned.note")],
  };
}
