import { exporterFact, type Content } from "@/lib/mail/content";
import type { AboutCertificate, NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter what became of a certificate; reasons stay in the portal. */
export function aboutCertificate(
  template: AboutCertificate,
  data: NoticeData<AboutCertificate>,
  words: Words,
): Content {
  const { say } = words;
  const { certificateId, certificateNumber: number, successor, carrier, tracking } = data;
  const fact = (label: "carrier" | "tracking" | "successor", value: string | null) =>
    value ? [{ label: say(`facts.${label}`), value: oneLine(value) }] : [];
  const day = (label: "sentOn" | "reportDue", value: string | null) =>
    value ? [{ label: say(`facts.${label}`), value: words.date(value) }] : [];
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say(`${template}.text`),
    facts: [
      { label: say("facts.certificate"), value: number },
      ...exporterFact(data.exporter, words),
      ...fact("successor", successor),
      ...day("sentOn", data.sentOn),
      ...fact("carrier", carrier),
      ...fact("tracking", tracking),
      ...day("reportDue", data.dueOn),
    ],
    button: {
      label: say("certificateButton"),
      address: words.address("/certificates/[certificateId]", { certificateId }),
    },
    notes: [say(`${template}.note`)],
    mailNotes: [say("neverPassword")],
  };
}
