import type { ErrorKey } from "@/lib/forms/error-key";
import type { Problem } from "@/lib/forms/form-state";

/** What the commands of a conversation refuse, each with its sentence. */
const sentences = {
  notFound: "inbox.notFound",
  held: "inbox.held",
  released: "inbox.released",
  notAnswering: "inbox.notAnswering",
  newer: "inbox.newer",
  newMessage: "inbox.newMessage",
  notWaiting: "inbox.notWaiting",
  notAllowed: "messages.notAllowed",
  ownProfile: "messages.ownProfile",
  notDraft: "messages.notDraft",
  otherDraft: "messages.otherDraft",
  draftChanged: "messages.draftChanged",
  discarded: "messages.discarded",
  sentAlready: "messages.sentAlready",
  begun: "messages.begun",
  filesChanged: "messages.filesChanged",
  scanWaiting: "messages.scanWaiting",
  tooManyDrafts: "messages.tooManyDrafts",
  tooManySent: "messages.tooManySent",
} as const satisfies Record<string, ErrorKey>;

/** Those of one field. */
const ofFields = {
  subject: { field: "subject", key: "messages.subject.required" },
  text: { field: "text", key: "messages.text.required" },
  matter: { field: "about", key: "messages.matter" },
} as const satisfies Record<string, Problem>;

interface Refused {
  readonly error: keyof typeof sentences | keyof typeof ofFields;
  readonly by?: string;
}

/** What a form says about a refusal: its field's problem, or one sentence with the name of whoever was faster. */
export function threadProblems({
  error,
  by,
}: Refused): [readonly Problem[], ErrorKey?, Problem["params"]?] {
  if (error === "subject" || error === "text" || error === "matter") return [[ofFields[error]]];
  return by === undefined ? [[], sentences[error]] : [[], sentences[error], { by }];
}

/** Refused because of what its author did in another window. */
export const isElsewhere = (error: string) =>
  ["notDraft", "otherDraft", "draftChanged", "discarded", "sentAlready"].includes(error);
