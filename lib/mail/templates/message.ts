import { exporterFact, type Content } from "@/lib/mail/content";
import type { NoticeData, ToOfficer } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter that the office has written. */
export function messageFromOffice(data: NoticeData<"messageFromOffice">, words: Words): Content {
  const { say } = words;
  const { number } = data;
  return {
    subject:
      number === null
        ? say("messageFromOffice.subject")
        : say("messageFromOffice.subjectOf", { number: oneLine(number) }),
    heading: say("messageFromOffice.heading"),
    text: say("messageFromOffice.text"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    facts: [...exporterFact(data.exporter, words), ...numberFacts(number, words)],
    button: {
      label: say("messageFromOffice.button"),
      address: words.address("/messages/[threadId]", { threadId: data.threadId }),
    },
    notes: [],
    mailNotes: [say("messageFromOffice.note"), say("neverPassword")],
  };
}

/** Tells the office, or the officer who answers, that an exporter has written. */
export function messageToOffice(
  template: ToOfficer | "officeMessage",
  data: NoticeData<"officeMessage"> & { name?: string },
  words: Words,
): Content {
  const { say } = words;
  const { number } = data;
  const exporter = oneLine(data.exporter);
  return {
    // In a crowded mailbox it is found by what it is about, or else by who wrote.
    subject:
      number === null
        ? say(`${template}.subject`, { exporter })
        : say(`${template}.subjectOf`, { number: oneLine(number) }),
    heading: say(`${template}.heading`),
    text: say(`${template}.text`),
    ...(data.name === undefined ? {} : { greeting: say("greeting", { name: oneLine(data.name) }) }),
    facts: [{ label: say("facts.exporter"), value: exporter }, ...numberFacts(number, words)],
    button: {
      label: say(`${template}.button`),
      address: words.address("/office/inbox/[threadId]", { threadId: data.threadId }),
    },
    notes: [],
    mailNotes: [say(`${template}.note`)],
  };
}

function numberFacts(number: string | null, { say }: Words): Content["facts"] {
  return number === null ? [] : [{ label: say("facts.about"), value: oneLine(number) }];
}
