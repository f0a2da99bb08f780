import "server-only";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { whyRefused, type RecordOf } from "@/lib/exporters/queries/of-record";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import type { discardDraft } from "@/lib/messages/commands/discard-draft";
import type { saveDraft } from "@/lib/messages/commands/save-draft";
import type { sendMessage } from "@/lib/messages/commands/send-message";
import type { startThread } from "@/lib/messages/commands/start-thread";

type ErrorOf<C extends (...given: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<C>>,
  { ok: false }
>["error"];
export type Refusal = ErrorOf<
  typeof saveDraft | typeof sendMessage | typeof startThread | typeof discardDraft
>;

/** Why nothing was kept or sent, as a sentence above the form. */
export async function sentenceOf(
  viewer: ExporterViewer,
  record: RecordOf,
  refusal: Refusal,
): Promise<ErrorKey> {
  switch (refusal) {
    case "notFound":
      return errorKey(`form.${await whyRefused(viewer, record)}`);
    case "subject":
      return errorKey("messages.subject.required");
    case "matter":
    case "notAllowed":
    case "ownProfile":
    case "notDraft":
    case "otherDraft":
    case "discarded":
    case "filesChanged":
    case "scanWaiting":
    case "tooManyDrafts":
    case "tooManySent":
      return errorKey(`messages.${refusal}`);
  }
}
