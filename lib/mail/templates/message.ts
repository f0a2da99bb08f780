import type { Content } from "@/lib/mail/content";
import type { NoticeData, ToOfficer } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells the exporter that the office has written. */
export function messageFromOffice(data: NoticeData<"messageFromOffice">, words: Words): Content {
  const { say } = words;
  return {
    ...about("messageFromOffice", data.number, words),
    greeting: say("greeting", { name: oneLine(data.name) }),
    facts: numberFacts(data.number, words),
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
  return {
    ...about(template, data.number, words),
    ...(data.name === undefined ? {} : { greeting: say("greeting", { name: oneLine(data.name) }) }),
    facts: [
      { label: say("facts.exporter"), value: oneLine(data.exporter) },
      ...numberFacts(data.number, words),
    ],
    button: {
      label: say(`${template}.button`),
      address: words.address("/office/inbox/[threadId]", { threadId: data.threadId }),
    },
    notes: [],
    mailNotes: [say(`${template}.note`)],
  };
}

/** A conversation about a numbered thing names it in the subject, so that it is found in a crowded mailbox. */
function about(
  template: ToOfficer | "officeMessage" | "messageFromOffice",
  number: string | null,
  { say }: Words,
): Pick<Content, "subject" | "heading" | "text"> {
  return {
    subject:
      number === null
        ? say(`${template}.subject`)
        : say(`${template}.subjectOf`, { number: oneLine(number) }),
    heading: say(`${template}.heading`),
    text: say(`${template}.text`),
  };
}

function numberFacts(number: string | null, { say }: Words): Content["facts"] {
  return number === null ? [] : [{ label: say("facts.about"), value: oneLine(number) }];
}
