import type { EventKind, EventOf } from "@/lib/events/event";
import { nobody, to, toMailbox } from "@/lib/mail/to";
import type { Told, Reader } from "@/lib/mail/who-is-told";

export type MessageKind = Extract<EventKind, `message.${string}` | `thread.${string}`>;
type Row<K extends MessageKind> = (event: EventOf<K>, context: MessageContext) => Told[];

/** What the decision needs to know of a conversation besides the event. */
export interface MessageContext {
  officeMailbox: string;
  exporterName: string;
  /** Of the application, certificate or import certificate that it is about; null where it is general. */
  number: string | null;
  /** Everybody with a mandate in force for the profile, but not whoever wrote. */
  mandated: Reader[];
  /** The officer who answers it, while at work, if that is another than whoever wrote. */
  holder: Reader[];
}

/** Who is told of conversations; a kind of event that has no row here does not compile. */
export const messages: { [K in MessageKind]: Row<K> | null } = {
  "message.sent": ({ data }, context) => {
    const { officeMailbox, exporterName: exporter, number, mandated, holder } = context;
    const about = { threadId: data.threadId, number };
    if (data.side === "office") {
      return mandated.map((reader) => ({
        ...to(reader),
        template: "messageFromOffice",
        data: { ...about, exporter, name: reader.name },
      }));
    }
    return [
      {
        ...toMailbox(officeMailbox),
        template: "officeMessage",
        data: { ...about, exporter },
      },
      ...holder.map((reader): Told => ({
        ...to(reader),
        template: "messageToAnswer",
        data: { ...about, exporter, name: reader.name },
      })),
    ];
  },
  "thread.assigned": ({ data }, { exporterName: exporter, number, holder }) =>
    holder.map((reader) => ({
      ...to(reader),
      template: "conversationAssigned",
      data: { threadId: data.threadId, number, exporter, name: reader.name },
    })),
  "thread.settled": nobody,
  "thread.noteWritten": nobody,
  "thread.requestPrepared": nobody,
  "thread.requestTakenBack": nobody,
};
