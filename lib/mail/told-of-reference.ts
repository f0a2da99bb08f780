import type { EventKind, EventOf } from "@/lib/events/event";
import { nobody, to } from "@/lib/mail/to";
import { always, tell } from "@/lib/mail/told-of-people";
import type { MailContext, PeopleContext, Told } from "@/lib/mail/who-is-told";

type ReferenceEvents = Extract<EventKind, `reference.${string}` | `text.${string}`>;
type Row<K extends ReferenceEvents> = (event: EventOf<K>, context: PeopleContext) => Told[];

/** The other administrators hear of a proposal, whoever proposed what became of it, and exporters what they feel. */
export const reference: { [K in ReferenceEvents]: Row<K> | null } & {
  "application.referenceChanged": typeof toldOfReference;
} = {
  "reference.proposed": ({ data }, context) =>
    tell(data.immediate ? "referenceSwitchedOff" : "referenceProposed", "administrators", context),
  "reference.confirmed": always("referenceConfirmed", "person"),
  "reference.refused": always("referenceRefused", "person"),
  "reference.takenBack": nobody,
  "text.published": nobody,
  "application.referenceChanged": toldOfReference,
};

/** Everybody who acts for the exporter hears that what an open application rests on changes. */
function toldOfReference(
  { applicationId, data: { referenceKind, from } }: EventOf<"application.referenceChanged">,
  { mandated, exporterName: exporter, number }: MailContext,
): Told[] {
  return mandated.map((reader) => ({
    ...to(reader),
    template: "referenceChanged",
    data: { applicationId, number, name: reader.name, exporter, referenceKind, from },
  }));
}
