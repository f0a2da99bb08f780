import { messages } from "@/lib/audit/said/messages";
import { people } from "@/lib/audit/said/people";
import { records } from "@/lib/audit/said/records";
import { reference } from "@/lib/audit/said/reference";
import type { Said, Sentences, Words } from "@/lib/audit/said/said";
import type { EventKind } from "@/lib/events/event";

/** Every kind of event has its sentence here: one that is missing does not compile. */
const sentences: Sentences<EventKind> = { ...people, ...messages, ...records, ...reference };

/** An entry as it is stored; `record` alone writes it, so its shape is that of its kind. */
export interface Stored {
  readonly kind: string;
  readonly data: unknown;
}

/** What an entry says. One of a later version of the portal is told by its kind. */
export function say({ kind, data }: Stored, words: Words): Said {
  const sentence = (sentences as Partial<Record<string, (event: unknown, words: Words) => Said>>)[
    kind
  ];
  return sentence?.({ kind, data }, words) ?? { what: kind };
}

/** How the kinds begin that the filter of the audit shows together; a new kind falls into its group by its name. */
const beginnings = {
  denials: ["access.denied"],
  reads: ["document.read"],
  applications: ["application.", "request.", "withdrawal.", "review.", "note."],
  decisions: ["application.moved", "certificate."],
  documents: ["document."],
  imports: ["import."],
  people: ["session.", "terms.", "person.", "email.", "credential."],
  messages: ["message.", "thread.", "broadcast.", "mail."],
  mandates: ["exporter.", "book.", "mandate.", "access."],
  office: ["officer.", "text.", "reference.", "sheets.", "printer."],
  trail: ["audit.", "log.", "hold.", "disposal.", "document.disposed", "application.disposed"],
} as const satisfies Record<string, readonly string[]>;

export type KindGroup = keyof typeof beginnings;
export const kindGroups = Object.keys(beginnings) as KindGroup[];
export const allKinds = Object.keys(sentences) as EventKind[];

export function kindsIn(group: KindGroup): EventKind[] {
  return allKinds.filter((kind) => beginnings[group].some((start) => kind.startsWith(start)));
}
