import type { EventKind, EventOf } from "@/lib/events/event";
import {
  everybody,
  id,
  mailbox,
  ofFile,
  type Everything,
  type Example,
  type ExamplesOf,
} from "./event-readers";

const ofImport = { announcementId: id, exporterId: id };
const ofRegistered = { importCertificateId: id, exporterId: id };

type Move = EventOf<"application.moved">["data"]["move"];
const moved = (move: Move, when: string): Example<"application.moved"> => {
  return { when, event: { kind: "application.moved", ...ofFile, data: { move } } };
};
const submission = (version: number) =>
  ({
    kind: "application.submitted",
    ...ofFile,
    data: { number: everybody.number, version },
  }) as const;
const withdrawal = { withdrawalId: id, reason: "The buyer cancelled." };
const paper = { documentId: id, documentKind: "invoice", name: "invoice.pdf", sha256: "ab" };
const correction = { correctionId: id, carats: "12.00", valueUsd: "100.00" };
const importNumber = "BW 0078214";
const ofImports: Partial<Everything> = { number: importNumber };

/** About applications. */
export const ofApplications: ExamplesOf<
  | `application.${"created" | "saved" | "submitted" | "moved" | "reminded" | "holderChanged"}`
  | `application.${"referenceChanged" | "disposed"}`
  | Extract<EventKind, `withdrawal.${string}` | `review.${string}` | `note.${string}`>
  | "request.answered"
> = {
  "application.created": [{ event: { kind: "application.created", ...ofFile, data: {} } }],
  "application.saved": [
    { event: { kind: "application.saved", ...ofFile, data: { section: "goods", version: 2 } } },
  ],
  "application.submitted": [
    { when: "for the first time", event: submission(1) },
    { when: "again", event: submission(2) },
  ],
  "application.moved": [
    moved("pullBack", "pulled back before an officer opens it"),
    moved("beginReview", "claimed"),
    moved("returnForChanges", "returned for changes"),
    moved("extend", "more time to answer"),
    moved("recommend", "recommended"),
    moved("sendBack", "sent back by a signatory"),
    moved("reject", "rejected"),
    moved("acceptWithdrawal", "withdrawal accepted"),
    moved("cancel", "a draft thrown away"),
  ],
  "application.reminded": (["dueSoon", "overdue"] as const).map((reminder) => ({
    when: reminder === "overdue" ? "the day to answer has passed" : "the day to answer is near",
    event: { kind: "application.reminded", ...ofFile, data: { reminder, dueOn: "2026-12-04" } },
  })),
  "application.holderChanged": [
    { event: { kind: "application.holderChanged", ...ofFile, data: { from: null, to: id } } },
  ],
  "application.referenceChanged": [
    {
      event: {
        kind: "application.referenceChanged",
        ...ofFile,
        data: { changeId: id, referenceKind: "participants", from: "2026-12-01" },
      },
    },
  ],
  "application.disposed": [
    { event: { kind: "application.disposed", ...ofFile, data: { rule: "six years" } } },
  ],
  "request.answered": [
    {
      event: {
        kind: "request.answered",
        ...ofFile,
        data: { requestId: id, done: true, note: false },
      },
    },
  ],
  "withdrawal.requested": [
    { event: { kind: "withdrawal.requested", ...ofFile, data: withdrawal } },
  ],
  "withdrawal.refused": [{ event: { kind: "withdrawal.refused", ...ofFile, data: withdrawal } }],
  "withdrawal.takenBack": [
    { event: { kind: "withdrawal.takenBack", ...ofFile, data: { withdrawalId: id } } },
  ],
  "review.saved": [
    { event: { kind: "review.saved", ...ofFile, data: { submissionVersion: 1, version: 2 } } },
  ],
  "note.written": [{ event: { kind: "note.written", ...ofFile, data: { noteId: id } } }],
};

/** About papers and imports. */
export const ofPapersAndImports: ExamplesOf<
  Extract<EventKind, `document.${string}` | `import.${string}`>
> = {
  "document.added": [{ event: { kind: "document.added", ...ofFile, data: paper } }],
  "document.removed": [{ event: { kind: "document.removed", ...ofFile, data: paper } }],
  "document.read": [{ event: { kind: "document.read", ...ofFile, data: { documentId: id } } }],
  "document.infected": [
    {
      event: {
        kind: "document.infected",
        ...ofFile,
        data: { documentId: id, name: "invoice.pdf", threat: "Eicar" },
      },
    },
  ],
  "document.disposed": [
    {
      event: {
        kind: "document.disposed",
        ...ofFile,
        data: { documentId: id, name: "invoice.pdf", sha256: "ab", rule: "six years" },
      },
    },
  ],
  "import.announced": [{ event: { kind: "import.announced", ...ofImport, data: {} } }],
  "import.sent": [{ among: ofImports, event: { kind: "import.sent", ...ofImport, data: {} } }],
  "import.withdrawn": [{ event: { kind: "import.withdrawn", ...ofImport, data: {} } }],
  "import.changed": [
    { event: { kind: "import.changed", ...ofImport, data: { fields: ["number"] } } },
  ],
  "import.returned": [
    { among: ofImports, event: { kind: "import.returned", ...ofImport, data: { answer: "No." } } },
  ],
  "import.declined": [
    { among: ofImports, event: { kind: "import.declined", ...ofImport, data: { answer: "No." } } },
  ],
  "import.registered": [
    {
      among: ofImports,
      event: { kind: "import.registered", ...ofRegistered, data: { number: importNumber } },
    },
  ],
  "import.originalReminded": (["dueSoon", "overdue"] as const).map((reminder) => ({
    when: reminder === "overdue" ? "the day has passed" : "the day is near",
    among: ofImports,
    event: {
      kind: "import.originalReminded",
      ...ofImport,
      data: { reminder, dueOn: "2026-12-04" },
    },
  })),
  "import.originalReceived": [
    { event: { kind: "import.originalReceived", ...ofRegistered, data: { on: "2026-12-01" } } },
  ],
  "import.correctionProposed": [
    { event: { kind: "import.correctionProposed", ...ofRegistered, data: correction } },
  ],
  "import.correctionTakenBack": [
    { event: { kind: "import.correctionTakenBack", ...ofRegistered, data: correction } },
  ],
  "import.corrected": [
    {
      among: ofImports,
      event: { kind: "import.corrected", ...ofRegistered, data: correction },
    },
  ],
  "import.correctionRefused": [
    {
      event: {
        kind: "import.correctionRefused",
        ...ofRegistered,
        data: { correctionId: id, answer: "No." },
      },
    },
  ],
  "import.confirmed": [
    {
      among: { address: [mailbox("the authority that exported it")] },
      event: {
        kind: "import.confirmed",
        ...ofRegistered,
        data: { confirmationId: id, number: importNumber },
      },
    },
  ],
};
