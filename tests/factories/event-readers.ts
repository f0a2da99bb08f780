import type { EventKind, EventOf } from "@/lib/events/event";
import type { InfectedContext } from "@/lib/mail/infected";
import type { ImportContext } from "@/lib/mail/told-of-imports";
import type { MessageContext } from "@/lib/mail/told-of-messages";
import type { MailContext, PeopleContext, Reader } from "@/lib/mail/who-is-told";

/* Who may be told of events, each group called by what it is, and what examples of events are made of. */

export type Everything = MailContext &
  MessageContext &
  ImportContext &
  InfectedContext &
  PeopleContext;

export interface Example<K extends EventKind> {
  readonly event: EventOf<K>;
  /** What of its data decides. */
  readonly when?: string;
  /** Who its readers are, where that is not as in every other event. */
  readonly among?: Partial<Everything>;
}
export type ExamplesOf<K extends EventKind> = { [E in K]: readonly Example<E>[] };

export const id = "0199f0aa-0000-7000-8000-000000000001";
export const ofExporter = { exporterId: id };
export const ofFile = { applicationId: id, exporterId: id };

/** Somebody with an account; who they are stands where their address would. */
export const account = (who: string, name = "Luc Bouchard"): Reader => ({
  email: who,
  name,
  language: "en",
  userId: who,
});
/** Whoever reads mail at an address. */
export const mailbox = (who: string): Reader => ({ email: who, name: who, language: "en" });

/** Every group of readers, each of one, called by what they are. */
export const everybody: Everything = {
  officeMailbox: "the office’s mailbox",
  exporterName: "Barren Lands",
  number: "KPO-2026-0418",
  dueAt: "2026-11-23T20:42:00.000Z",
  answerDueOn: "2026-12-04",
  dueOn: "2026-12-04",
  toCorrect: [],
  submission: { at: "2026-11-20T20:42:00.000Z", by: [account("whoever submitted it")] },
  mandated: [account("everybody who acts for the exporter")],
  owners: [account("the owners of the profile, but not who did it")],
  reviewer: [account("the officer who holds it, or had returned it")],
  certificateNumber: "CA00000042",
  authority: [mailbox("the authority of the destination")],
  linkId: id,
  importId: id,
  applicationId: id,
  message: null,
  uploader: [account("whoever added the file")],
  holder: [account("the officer who answers the conversation")],
  address: [mailbox("the address")],
  person: [account("the person concerned")],
  administrators: [account("administrators")],
  about: { exporter: "Barren Lands", merged: "Barren Lands Sales", person: "Maya Okafor" },
};
