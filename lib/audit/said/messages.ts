import { only, type Sentences } from "@/lib/audit/said/said";
import type { EventKind } from "@/lib/events/event";

type OfMessages = Extract<
  EventKind,
  `message.${string}` | `thread.${string}` | `broadcast.${string}` | `mail.${string}`
>;

/** About conversations, what is said to all exporters, and mail. */
export const messages: Sentences<OfMessages> = {
  "message.sent": ({ data }, { t }) => ({ what: t(`said.message.sent.${data.side}`) }),
  "thread.assigned": ({ data }, words) => ({
    what: words.t(data.to === null ? "said.thread.released" : "said.thread.assigned"),
    to: data.to === null ? null : words.to,
  }),
  "thread.settled": only("said.thread.settled"),
  "thread.noteWritten": only("said.thread.noteWritten"),
  "thread.requestPrepared": only("said.thread.requestPrepared"),
  "thread.requestTakenBack": only("said.thread.requestTakenBack"),
  "broadcast.planned": only("said.broadcast.planned"),
  "broadcast.published": only("said.broadcast.published"),
  "broadcast.takenBack": only("said.broadcast.takenBack"),
  "mail.bounced": only("said.mail.bounced"),
  "mail.repeated": only("said.mail.repeated"),
  "mail.dismissed": only("said.mail.dismissed"),
};
