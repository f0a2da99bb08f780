import { numberFact, timeFacts, versionFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the office of an application that came in, for the first time or again. */
export function officeSubmission(
  template: "officeSubmission" | "officeResubmission",
  data: NoticeData<"officeSubmission">,
  words: Words,
): Content {
  const { say } = words;
  const { number, applicationId } = data;
  const exporter = { label: say("facts.exporter"), value: oneLine(data.exporter) };
  const [submitted, ...due] = timeFacts(data, words, "submitted");
  return {
    subject: say(`${template}.subject`, { number }),
    heading: say(`${template}.heading`),
    text: say(`${template}.text`),
    facts: [
      numberFact(number, words),
      exporter,
      ...(submitted ? [submitted] : []),
      versionFact(data.version, words),
      ...due,
    ],
    button: {
      label: say(`${template}.button`),
      address: words.address("/office/review/[applicationId]", { applicationId }),
    },
    notes: [say(`${template}.note`)],
  };
}
