import { exporterFact, numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { AboutApplication, NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter how their application stands; reasons stay in the portal. */
export function aboutApplication(
  template: AboutApplication,
  data: NoticeData<AboutApplication>,
  words: Words,
): Content {
  const { say } = words;
  const { number, applicationId, dueOn } = data;
  const due = dueOn ? [{ label: say("facts.dueDate"), value: words.date(dueOn) }] : [];
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say(`${template}.text`),
    facts: [numberFact(number, words), ...exporterFact(data.exporter, words), ...due],
    button: {
      label: say(`${template}.button`),
      address: words.address("/applications/[applicationId]", { applicationId }),
    },
    notes: [say(`${template}.note`)],
    mailNotes: [say("neverPassword")],
  };
}
