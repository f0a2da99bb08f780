import type { EventKind, EventOf, PortalEvent } from "@/lib/events/event";
import type { Section } from "@/lib/applications/sections";
import type { Locale } from "@/lib/i18n/routing";
import type { Notice } from "@/lib/mail/notice";

/** Somebody who can be written to. */
export type Reader = { email: string; name: string; language: Locale };

/** What the decision needs to know besides the event; instants and dates as ISO text. */
export type MailContext = {
  officeMailbox: string;
  exporterName: string;
  number: string;
  dueAt: string | null;
  answerDueOn: string | null;
  sectionsToCorrect: Section[];
  /** The newest submission. */
  submission: { at: string; by: Reader | null } | null;
  /** Everybody with a mandate in force for the profile. */
  mandated: Reader[];
};

/** One mail to one reader: one language first, one kind. */
export type PlannedMail = { recipient: string; language: Locale } & Notice;

type Row<E> = (event: E, context: MailContext) => PlannedMail[];
type Moved = EventOf<"application.moved">;
type MovedBy = Moved["data"]["move"];

/** Nobody is written to; the event is in the history of the record. */
const nobody = null;

/** Who is told when an application moves; recommending and sending back stay inside the office. */
const moves: { [M in MovedBy]: Row<Moved> | null } = {
  returnForChanges: (event, context) =>
    context.mandated.map((reader) => ({
      ...to(reader),
      template: "returned",
      data: {
        ...aboutApplication(event, context, reader),
        dueOn: context.answerDueOn,
        sections: context.sectionsToCorrect,
      },
    })),
  reject: (event, context) =>
    context.mandated.map((reader) => ({
      ...to(reader),
      template: "rejected",
      data: aboutApplication(event, context, reader),
    })),
  pullBack: nobody,
  beginReview: nobody,
  extend: nobody,
  recommend: nobody,
  sendBack: nobody,
  cancel: nobody,
  acceptWithdrawal: nobody,
};

/** Every kind of event has its row here: one that is missing does not compile. */
const table: { [K in EventKind]: Row<EventOf<K>> | null } = {
  "session.started": nobody,
  "session.ended": nobody,
  "person.changed": nobody,
  "exporter.created": nobody,
  "exporter.changed": nobody,
  "application.created": nobody,
  "application.saved": nobody,
  "application.submitted": submitted,
  "application.moved": (event, context) => moves[event.data.move]?.(event, context) ?? [],
  "application.holderChanged": nobody,
  "document.added": nobody,
  "document.removed": nobody,
  "document.read": nobody,
  "certificate.issued": (event, context) =>
    context.mandated.map((reader) => ({
      ...to(reader),
      template: "issued",
      data: {
        ...aboutApplication(event, context, reader),
        certificateId: event.certificateId,
        certificateNumber: event.data.number,
      },
    })),
  "certificate.documentReady": nobody,
};

/** Whether anybody may be written to about such an event; if not, no context need be gathered. */
export function concernsAnybody(event: PortalEvent): boolean {
  if (event.kind === "application.moved") return moves[event.data.move] !== nobody;
  return table[event.kind] !== nobody;
}

/** The mails an event calls for, at most one of a kind to an address. */
export function mailsFor(event: PortalEvent, context: MailContext): PlannedMail[] {
  const row = table[event.kind] as Row<PortalEvent> | null;
  const seen = new Set<string>();
  return (row?.(event, context) ?? []).filter(({ recipient, template }) => {
    const key = `${template} ${recipient.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The office hears of every submission; who submitted has a receipt. The office reads English first. */
function submitted(event: EventOf<"application.submitted">, context: MailContext): PlannedMail[] {
  const { submission } = context;
  if (!submission) return [];
  const { applicationId } = event;
  const { number, version } = event.data;
  const common = {
    applicationId,
    number,
    version,
    submittedAt: submission.at,
    dueAt: context.dueAt,
  };
  const office: PlannedMail = {
    recipient: context.officeMailbox,
    language: "en",
    template: version === 1 ? "officeSubmission" : "officeResubmission",
    data: { ...common, exporter: context.exporterName },
  };
  const { by } = submission;
  if (!by) return [office];
  return [office, { ...to(by), template: "receipt", data: { ...common, name: by.name } }];
}

function aboutApplication(event: { applicationId: string }, context: MailContext, reader: Reader) {
  return { applicationId: event.applicationId, number: context.number, name: reader.name };
}

function to(reader: Reader) {
  return { recipient: reader.email, language: reader.language };
}
