import { getTranslations } from "next-intl/server";
import { OfficeNotes } from "@/app/[locale]/(officer)/office/_desk/office-notes";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import type { OfficeNote } from "@/lib/office-notes/queries";
import { longestNote } from "@/lib/office-notes/schema";
import { addThreadNote } from "./actions";

interface Props {
  threadId: string;
  notes: readonly OfficeNote[];
  /** Whether the reader may add one. */
  writing: boolean;
}

/** What officers write to each other about the conversation. Nothing of it is in anything that an exporter is given. */
export async function NotesBox({ threadId, notes, writing }: Props) {
  const t = await getTranslations("office.review.notes");
  const inbox = await getTranslations("office.inbox");
  return (
    <OfficeNotes notes={notes} className="box">
      {writing ? (
        <PortalForm action={addThreadNote.bind(null, threadId)}>
          <TextArea name="note" label={t("label")} required rows={2} maxLength={longestNote} />
          <noscript>
            <p className="hint">{inbox("noteAlone")}</p>
          </noscript>
          <button className="button button--secondary button--small">{t("add")}</button>
        </PortalForm>
      ) : null}
    </OfficeNotes>
  );
}
