import type { EventKind, EventOf } from "@/lib/events/event";
import type { PeopleTemplate } from "@/lib/mail/about-people";
import { to } from "@/lib/mail/to";
import type { MailContext, PeopleContext, PlannedMail, Reader } from "@/lib/mail/who-is-told";

type ReferenceEvents = Extract<EventKind, `reference.${string}` | `text.${string}`>;
type Row<K extends ReferenceEvents> = (event: EventOf<K>, context: PeopleContext) => PlannedMail[];

/** The other administrators hear of a proposal, whoever proposed what became of it, and exporters what they feel. */
export const reference: { [K in ReferenceEvents]: Row<K> | null } & {
  "application.referenceChanged": typeof toldOfReference;
} = {
  "reference.proposed": ({ data }, { administrators, about }) =>
    tell(data.immediate ? "referenceSwitchedOff" : "referenceProposed", administrators, about),
  "reference.confirmed": (_event, { person, about }) => tell("referenceConfirmed", person, about),
  "reference.refused": (_event, { person, about }) => tell("referenceRefused", person, about),
  "reference.takenBack": null,
  "text.published": null,
  "application.referenceChanged": toldOfReference,
};

function tell(template: PeopleTemplate, readers: readonly Reader[], about: PeopleContext["about"]) {
  return readers.map((reader): PlannedMail => {
    return { ...to(reader), template, data: { ...about, name: reader.name } };
  });
}

/** Everybody who acts for the exporter hears that what an open application rests on changes. */
function toldOfReference(
  { applicationId, data: { referenceKind, from } }: EventOf<"application.referenceChanged">,
  { mandated, number }: MailContext,
): PlannedMail[] {
  return mandated.map((reader) => ({
    ...to(reader),
    template: "referenceChanged",
    data: { applicationId, number, name: reader.name, referenceKind, from },
  }));
}
