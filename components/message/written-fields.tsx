import { ElsewhereText } from "./elsewhere-text";
import { HiddenField } from "@/components/form/hidden-field";
import { liveFiles, type ShownDraft } from "@/lib/messages/conversation";

interface Props {
  draft: ShownDraft | null;
  /** Of the newest message that the page shows, where it matters that its writer has read it. */
  seen?: Date | null | undefined;
}

/** What travels with what is written: which message it is, what of it the form knows, and its files. */
export function WrittenFields({ draft, seen }: Props) {
  return (
    <>
      <HiddenField name="messageId" value={draft?.id ?? crypto.randomUUID()} />
      <HiddenField name="savedAt" value={draft ? String(draft.savedAt.getTime()) : ""} />
      {/* As the page has it now, also after a press that was too late. */}
      {seen === undefined ? null : (
        <input type="hidden" name="seen" value={seen?.toISOString() ?? ""} />
      )}
      <input type="hidden" name="files" value={draft ? liveFiles(draft.documents).length : 0} />
      <ElsewhereText />
    </>
  );
}
