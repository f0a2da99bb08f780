import type { EventKind, EventOf } from "@/lib/events/event";
import { account, id, mailbox, ofExporter, type Example, type ExamplesOf } from "./event-readers";

const personId = id;
const request = { requestId: id };
const change = { changeId: id, referenceKind: "participants", keys: ["BW"], rows: 1 } as const;
const facts = { ...change, keys: [...change.keys], from: "2026-12-01" };
const proposal = { ...facts, source: "SOR/2026-1" };
const nothing = {};

const written = (side: EventOf<"message.sent">["data"]["side"]): Example<"message.sent"> => ({
  when: side === "office" ? "by the office" : "by the exporter",
  event: { kind: "message.sent", ...ofExporter, data: { threadId: id, messageId: id, side } },
});

type Kinds = Extract<
  EventKind,
  | `${"text" | "message" | "thread" | "broadcast" | "mail"}.${string}`
  | `${"audit" | "log" | "hold" | "disposal" | "reference"}.${string}`
>;

/** About conversations, mail, and what the office keeps. */
export const ofOffice: ExamplesOf<Kinds> = {
  "text.published": [{ event: { kind: "text.published", data: { text: "terms", version: 2 } } }],
  "message.sent": [written("exporter"), written("office")],
  "thread.assigned": [
    {
      event: { kind: "thread.assigned", ...ofExporter, data: { threadId: id, to: id } },
    },
  ],
  "thread.settled": [{ event: { kind: "thread.settled", ...ofExporter, data: { threadId: id } } }],
  "thread.noteWritten": [
    { event: { kind: "thread.noteWritten", ...ofExporter, data: { threadId: id, noteId: id } } },
  ],
  "thread.requestPrepared": [
    {
      event: { kind: "thread.requestPrepared", ...ofExporter, data: { threadId: id, ...request } },
    },
  ],
  "thread.requestTakenBack": [
    {
      event: { kind: "thread.requestTakenBack", ...ofExporter, data: { threadId: id, ...request } },
    },
  ],
  "broadcast.planned": [{ event: { kind: "broadcast.planned", data: { broadcastId: id } } }],
  "broadcast.published": [{ event: { kind: "broadcast.published", data: { broadcastId: id } } }],
  "broadcast.takenBack": [{ event: { kind: "broadcast.takenBack", data: { broadcastId: id } } }],
  "mail.bounced": [
    {
      among: { person: [account("whose address it is")] },
      event: { kind: "mail.bounced", personId, data: { mailId: id } },
    },
  ],
  "mail.repeated": [{ event: { kind: "mail.repeated", data: { mailId: id, copyId: id } } }],
  "mail.dismissed": [{ event: { kind: "mail.dismissed", data: { mailId: id } } }],
  "audit.exported": [{ event: { kind: "audit.exported", data: { filter: nothing } } }],
  "audit.checked": [
    {
      when: "each day, by the worker",
      among: { address: [mailbox("the auditors’ mailbox")] },
      event: {
        kind: "audit.checked",
        data: {
          broken: null,
          from: "1",
          to: "812",
          entries: 184_212,
          batches: 812,
          head: "ab".repeat(32),
          unsealed: 0,
          outside: null,
        },
      },
    },
  ],
  "log.checkpointSigned": [
    {
      among: { address: [mailbox("the mailboxes that keep checkpoints")] },
      event: { kind: "log.checkpointSigned", data: { size: 1204, note: "n", key: "k" } },
    },
  ],
  "hold.set": [
    { event: { kind: "hold.set", ...ofExporter, data: { holdId: id, reason: "A case." } } },
  ],
  "hold.ended": [
    { event: { kind: "hold.ended", ...ofExporter, data: { holdId: id, reason: "Closed." } } },
  ],
  "disposal.approved": [{ event: { kind: "disposal.approved", data: { count: 3 } } }],
  "reference.proposed": [
    {
      when: "from a day on",
      among: { administrators: [account("the other administrators")] },
      event: { kind: "reference.proposed", data: { ...proposal, immediate: false } },
    },
    {
      when: "a participant switched off at once",
      among: { administrators: [account("the other administrators")] },
      event: { kind: "reference.proposed", data: { ...proposal, immediate: true } },
    },
  ],
  "reference.confirmed": [
    {
      among: { person: [account("whoever proposed it")] },
      event: { kind: "reference.confirmed", personId, data: facts },
    },
  ],
  "reference.refused": [
    {
      among: { person: [account("whoever proposed it")] },
      event: { kind: "reference.refused", personId, data: { ...facts, answer: "No." } },
    },
  ],
  "reference.takenBack": [{ event: { kind: "reference.takenBack", data: facts } }],
};
