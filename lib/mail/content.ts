import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** One mail in one language, before it has a form: HTML and plain text are made of the same. */
export type Content = {
  subject: string;
  heading: string;
  /** Absent in mail to the office. */
  greeting?: string;
  text: string;
  /** Paragraphs that follow the first. */
  more?: readonly string[];
  facts: { label: string; value: string }[];
  /** Lines that a program reads, kept letter for letter; they end in a newline. */
  verbatim?: string;
  list?: { heading: string; items: string[] };
  /** Absent where the reader has no page of the portal to go to. */
  button?: { label: string; address: string };
  notes: string[];
  /** Of the mail itself, not said on the notice's page in the portal. */
  mailNotes?: string[];
};

/** Why a mail comes, and where its reader may choose otherwise; no link where there is no choice. */
export type Foot = { text: string; link?: { label: string; address: string } };

/** One language of a mail: what it says and the words around it. No foot where its reader has no account. */
export type Part = { content: Content; words: Words; foot: Foot | null };

/** What stands under a mail, in small letters. */
export const allNotes = ({ notes, mailNotes = [] }: Content) => [...notes, ...mailNotes];

/** When it was sent in and until when an answer is due, for the mails that say it. */
export function timeFacts(
  data: { submittedAt: string; dueAt: string | null },
  words: Words,
  label: "submitted" | "received",
): Content["facts"] {
  const facts = [{ label: words.say(`facts.${label}`), value: words.time(data.submittedAt) }];
  if (data.dueAt === null) return facts;
  return [...facts, { label: words.say("facts.answerDue"), value: words.time(data.dueAt) }];
}

export function numberFact(number: string, words: Words): Content["facts"][number] {
  return { label: words.say("facts.number"), value: number };
}

/** For which exporter its reader is told: people act for several. Mails of before do not say it. */
export function exporterFact(exporter: string | undefined, { say }: Words): Content["facts"] {
  return exporter ? [{ label: say("facts.exporter"), value: oneLine(exporter) }] : [];
}

/** Which submission of the application it is. */
export function versionFact(version: number, words: Words): Content["facts"][number] {
  const value =
    version === 1
      ? words.say("facts.firstVersion")
      : words.say("facts.laterVersion", { version: String(version) });
  return { label: words.say("facts.version"), value };
}
