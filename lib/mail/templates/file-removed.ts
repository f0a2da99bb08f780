import { numberFact } from "@/lib/mail/content";
import type { Content } from "@/lib/mail/content";
import type { NoticeData } from "@/lib/mail/notice";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** Tells whoever added a file that the virus check has removed it; which file it was is said in the portal. */
export function fileRemoved(data: NoticeData<"fileRemoved">, words: Words): Content {
  const { say } = words;
  const { applicationId, threadId } = data;
  const conversation = data.side === "office" ? "/office/inbox/[threadId]" : "/messages/[threadId]";
  return {
    subject: say("fileRemoved.subject", { of: ofWhat(data, words) }),
    heading: say("fileRemoved.heading"),
    greeting: say("greeting", { name: oneLine(data.name) }),
    text: say("fileRemoved.text"),
    facts: data.number === null ? [] : [numberFact(data.number, words)],
    button: {
      label: say("fileRemoved.button"),
      address: applicationId
        ? words.address("/applications/[applicationId]/documents", { applicationId })
        : threadId
          ? words.address(conversation, { threadId })
          : words.address("/imports"),
    },
    notes: [say("fileRemoved.note")],
    mailNotes: [say("neverPassword")],
  };
}

/** Tells the office that a file of what it was sent is gone. */
export function officeFileRemoved(data: NoticeData<"officeFileRemoved">, words: Words): Content {
  const { say } = words;
  const { applicationId, threadId } = data;
  return {
    subject: say("officeFileRemoved.subject", { of: ofWhat(data, words) }),
    heading: say("officeFileRemoved.heading"),
    text: say("officeFileRemoved.text"),
    facts: [
      ...(data.number === null ? [] : [numberFact(data.number, words)]),
      { label: say("facts.exporter"), value: oneLine(data.exporter) },
    ],
    button: {
      label: say("officeFileRemoved.button"),
      address: applicationId
        ? words.address("/office/review/[applicationId]", { applicationId })
        : threadId
          ? words.address("/office/inbox/[threadId]", { threadId })
          : words.address("/office/imports"),
    },
    notes: [say("officeFileRemoved.note")],
  };
}

type About = {
  readonly applicationId: string | null;
  readonly number: string | null;
  readonly threadId?: string;
};

function ofWhat({ applicationId, number, threadId }: About, { say }: Words): string {
  if (threadId) return say("fileOf.message");
  if (number === null) return say(applicationId ? "fileOf.draft" : "fileOf.import");
  return say(applicationId ? "fileOf.application" : "fileOf.importNumber", {
    number: oneLine(number),
  });
}
