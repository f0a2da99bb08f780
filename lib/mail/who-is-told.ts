import type { EventKind, EventOf, PortalEvent } from "@/lib/events/event";
import type { Section } from "@/lib/applications/sections";
import type { Locale } from "@/lib/i18n/routing";
import type { PeopleData } from "@/lib/mail/about-people";
import { infected, type InfectedContext } from "@/lib/mail/infected";
import type { AboutApplication, Notice } from "@/lib/mail/notice";
import { silent } from "@/lib/mail/silent";
import { nobody, to } from "@/lib/mail/to";
import { messages, type MessageContext, type MessageKind } from "@/lib/mail/told-of-messages";
import { certificates } from "@/lib/mail/told-of-certificates";
import { people } from "@/lib/mail/told-of-people";
import { trail } from "@/lib/mail/told-of-trail";
import { reference } from "@/lib/mail/told-of-reference";
import { submitted } from "@/lib/mail/told-of-submission";
import { tellReviewer, withdrawalRequested } from "@/lib/mail/told-of-work";
import { imports, type ImportContext, type ImportKind } from "@/lib/mail/told-of-imports";

/**
 * Somebody who is told: in the portal where they have an account there, by mail where they have an address that
 * is known to be theirs.
 */
export type Reader = { email: string | null; name: string; language: Locale; userId?: string };

/** What the decision needs to know besides the event; instants and dates as ISO text. */
export type MailContext = {
  officeMailbox: string;
  exporterName: string;
  number: string;
  dueAt: string | null;
  answerDueOn: string | null;
  /** The sections of a notice, with the reasons that were chosen from the list. */
  toCorrect: { section: Section; reasons: { en: string; fr: string }[] }[];
  /** The newest submission: by whom, or for whom where the office typed it in from paper. */
  submission: { at: string; by: Reader[] } | null;
  /** Everybody with a mandate in force for the profile. */
  mandated: Reader[];
  /** Of these, its owners. */
  owners: Reader[];
  /** The officer who holds the file, or has returned it for changes. */
  reviewer: Reader[];
  /** Of the certificate, once there is one. */
  certificateNumber: string;
  /** Of the destination, who is warned of it. */
  authority: Reader[];
  /** By which that authority confirms the import; null where nobody has asked it. */
  linkId: string | null;
};

/** Whom an event about people may concern, found for it, and what may be said of it. */
export type PeopleContext = {
  /** An address for which a link is, or that was somebody's until now. */
  address: Reader[];
  person: Reader[];
  /** Of the profile or profiles in question, without the doer. */
  owners: Reader[];
  administrators: Reader[];
  about: Omit<PeopleData, "name">;
};

/** What one reader is told, of one kind; `userId` where it stands in the portal's list too. */
export type Told = { recipient: string | null; language: Locale; userId?: string } & Notice;

type Row<E, C = MailContext> = (event: E, context: C) => Told[];
type RowOf<K extends EventKind> = K extends "document.infected"
  ? Row<EventOf<K>, InfectedContext>
  : K extends MessageKind
    ? Row<EventOf<K>, MessageContext>
    : EventOf<K> extends { applicationId: string }
      ? Row<EventOf<K>>
      : K extends ImportKind
        ? Row<EventOf<K>, ImportContext>
        : Row<EventOf<K>, PeopleContext>;
type Moved = EventOf<"application.moved">;

/** Who is told when an application moves; recommending and sending back stay inside the office. */
const moves: { [M in Moved["data"]["move"]]: Row<Moved> | null } = {
  returnForChanges: (event, context) =>
    context.mandated.map((reader) => ({
      ...to(reader),
      template: "returned",
      data: {
        ...aboutApplication(event, context, reader),
        dueOn: context.answerDueOn,
        sections: context.toCorrect.map(({ section }) => section),
        reasons: context.toCorrect.map(({ reasons }) => reasons),
      },
    })),
  reject: (event, context) =>
    context.mandated.map((reader) => ({
      ...to(reader),
      template: "rejected",
      data: aboutApplication(event, context, reader),
    })),
  extend: (event, context) => tellExporter("extended", event, context, context.answerDueOn),
  acceptWithdrawal: (event, context) => tellExporter("withdrawalAccepted", event, context),
  pullBack: nobody,
  beginReview: nobody,
  recommend: nobody,
  sendBack: (event, context) => tellReviewer("fileSentBack", event, context),
  cancel: nobody,
};

/** Every kind of event has its row here: one that is missing does not compile. */
const table: { [K in EventKind]: RowOf<K> | null } = {
  ...people,
  ...trail,
  ...silent,
  ...reference,
  "application.submitted": submitted,
  "application.moved": (event, context) => moves[event.data.move]?.(event, context) ?? [],
  "application.reminded": (event, context) =>
    tellExporter(event.data.reminder, event, context, event.data.dueOn),
  "withdrawal.requested": withdrawalRequested,
  "withdrawal.takenBack": nobody,
  "withdrawal.refused": (event, context) => tellExporter("withdrawalRefused", event, context),
  "document.added": nobody,
  "document.removed": nobody,
  "document.read": nobody,
  "document.infected": infected,
  ...imports,
  "import.confirmed": ({ data: { confirmationId, number } }, { address }) =>
    address.map((reader) => ({
      ...to(reader),
      template: "importConfirmation" as const,
      data: { confirmationId, number, authority: reader.name },
    })),
  ...certificates,
  ...messages,
  "broadcast.planned": nobody,
  // Its readers may be thousands: lib/broadcasts/publish.ts tells them, not in one transaction.
  "broadcast.published": nobody,
  "broadcast.takenBack": nobody,
};

/** Whether anybody may be written to about such an event; if not, no context need be gathered. */
export function concernsAnybody(event: PortalEvent): boolean {
  if (event.kind === "application.moved") return moves[event.data.move] !== nobody;
  return table[event.kind] !== nobody;
}

type AnyContext = MailContext | MessageContext | ImportContext | InfectedContext | PeopleContext;

/** What an event calls for, at most one of a kind to a person or an address; no two accounts have one address. */
export function mailsFor(event: PortalEvent, context: AnyContext): Told[] {
  const row = table[event.kind] as Row<PortalEvent, AnyContext> | null;
  const seen = new Set<string>();
  return (row?.(event, context) ?? []).filter(({ recipient, userId, template }) => {
    const key = `${template} ${userId ?? recipient?.toLowerCase() ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The same to everybody who acts for the exporter. */
function tellExporter(
  template: AboutApplication,
  event: { applicationId: string },
  context: MailContext,
  dueOn: string | null = null,
): Told[] {
  return context.mandated.map((reader) => ({
    ...to(reader),
    template,
    data: { ...aboutApplication(event, context, reader), dueOn },
  }));
}

function aboutApplication(event: { applicationId: string }, context: MailContext, reader: Reader) {
  const { number, exporterName: exporter } = context;
  return { applicationId: event.applicationId, number, name: reader.name, exporter };
}
