import type { EventKind, EventOf } from "@/lib/events/event";
import type { PeopleTemplate } from "@/lib/mail/about-people";
import { nobody, to } from "@/lib/mail/to";
import type { PeopleContext, Told } from "@/lib/mail/who-is-told";

/** What happens to people, mandates, profiles and addresses. */
type PeopleKind = Extract<
  EventKind,
  | `${"session" | "terms" | "person" | "email" | "credential" | "mandate" | "access"}.${string}`
  | `${"officer" | "exporter" | "book" | "mail"}.${string}`
>;
type Kind = Exclude<PeopleKind, "access.denied">;
type Row<K extends Kind> = (event: EventOf<K>, context: PeopleContext) => Told[];

/** Who is told of them; a kind of event that has no row here does not compile. */
export const people: { [K in Kind]: Row<K> | null } = {
  "session.started": nobody,
  "session.ended": nobody,
  "terms.accepted": nobody,
  "person.changed": nobody,
  "person.searched": nobody,
  "person.read": nobody,
  "email.linkRequested": always("confirmAddress", "address"),
  "email.confirmed": always("addressChanged", "address"),
  "credential.requested": (_event, context) => [
    ...tell("credentialRequested", "person", context),
    ...tell("credentialToDecide", context.owners.length > 0 ? "owners" : "administrators", context),
  ],
  "credential.linked": always("credentialLinked", "person"),
  "credential.refused": always("credentialRefused", "person"),
  "mandate.invited": (_event, context) =>
    tell(context.about.permissions ? "invitedToRepresent" : "invitedToOwn", "address", context),
  "mandate.accepted": always("invitationAccepted", "owners"),
  "mandate.declined": always("invitationDeclined", "owners"),
  "mandate.invitationCancelled": nobody,
  "mandate.changed": (_event, context) => [
    ...tell("mandateChanged", "person", context),
    ...tellOtherOwners("mandateOfOtherChanged", context),
  ],
  "mandate.ended": ({ data }, context) =>
    data.by === "owner"
      ? [
          ...tell("mandateRemoved", "person", context),
          ...tellOtherOwners("mandateOfOtherRemoved", context),
        ]
      : tell("mandateResigned", "owners", context),
  "access.requested": always("accessRequested", "owners"),
  "access.withdrawn": nobody,
  "access.answered": ({ data }, context) =>
    tell(data.accepted ? "accessAccepted" : "accessRefused", "person", context),
  "officer.invited": always("officerInvited", "address"),
  "officer.invitationCancelled": nobody,
  "officer.joined": always("officerJoined", "administrators"),
  "officer.changed": ({ data }, context) =>
    tell(data.suspended ? "officerSuspended" : "officerChanged", "person", context),
  "exporter.created": nobody,
  "exporter.changed": nobody,
  "exporter.mergeProposed": nobody,
  "exporter.mergeDropped": nobody,
  "exporter.merged": ({ data }, context) =>
    tell(data.side === "from" ? "profileMerged" : "profileGrown", "owners", context),
  "book.removed": nobody,
  // Not by mail, which would come back too.
  "mail.bounced": (_event, context) =>
    tell("addressBounced", "person", context).map((told) => ({ ...told, recipient: null })),
  "mail.repeated": nobody,
  "mail.dismissed": nobody,
  "mandate.endingSoon": (_event, context) => [
    ...tell("mandateEnding", "person", context),
    ...tell("representativeEnding", "owners", context),
  ],
  "mandate.invitationEndingSoon": always("invitationEnding", "address"),
  "officer.invitationEndingSoon": always("officerInvitationEnding", "address"),
  "officer.dormantSoon": (_event, context) => [
    ...tell("dormantSoon", "person", context),
    ...tell("officerDormantSoon", "administrators", context),
  ],
};

/** The same to everybody of a group. */
export function tell(
  template: PeopleTemplate,
  group: Exclude<keyof PeopleContext, "about">,
  context: PeopleContext,
): Told[] {
  return context[group].map((reader) => ({
    ...to(reader),
    template,
    data: { ...context.about, name: reader.name },
  }));
}

/** The owners who did not do it themselves hear whose mandate it is. */
function tellOtherOwners(template: PeopleTemplate, context: PeopleContext): Told[] {
  const [representative] = context.person;
  const about = { ...context.about, person: representative?.name ?? "" };
  return tell(template, "owners", { ...context, about });
}

export function always(template: PeopleTemplate, group: Exclude<keyof PeopleContext, "about">) {
  return (_event: unknown, context: PeopleContext) => tell(template, group, context);
}
