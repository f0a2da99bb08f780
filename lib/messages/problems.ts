import type { ErrorKey } from "@/lib/forms/error-key";
import type { Problem } from "@/lib/forms/form-state";

/** What the commands of a conversation refuse, each with its sentence. */
const sentences = {
  notFound: "inbox.notFound",
  held: "inbox.held",
  released: "inbox.released",
  notAnswering: "inbox.notAnswering",
  newer: "inbox.newer",
  notWaiting: "inbox.notWaiting",
  notAllowed: "messages.notAllowed",
  ownProfile: "messages.ownProfile",
  notDraft: "messages.notDraft",
  otherDraft: "messages.otherDraft",
  discarded: "messages.discarded",
  filesChanged: "messages.filesChanged",
  scanWaiting: "messages.scanWaiting",
  tooManyDrafts: "messages.tooManyDrafts",
  tooManySent: "messages.tooManySent",
  subject: "messages.subject.required",
  matter: "messages.matter",
} as const satisfies Record<string, ErrorKey>;

interface Refused {
  readonly error: keyof typeof sentences;
  readonly by?: string;
}

/** What a form says about a refusal. */
export function threadProblems({ error, by }: Refused): [ErrorKey, Problem["params"]?] {
  return by === undefined ? [sentences[error]] : [sentences[error], { by }];
}
