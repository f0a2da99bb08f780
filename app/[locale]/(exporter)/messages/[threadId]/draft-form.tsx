import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DiscardDraft } from "./discard-draft";
import { EnterSaves, MessageButtons, MessageFields } from "../message-fields";
import { PortalForm } from "@/components/form/portal-form";
import type { PressAction } from "@/components/form/use-press";
import { DraftFiles } from "@/components/message/draft-files";
import { WrittenFields } from "@/components/message/written-fields";
import { useFormatter } from "@/lib/i18n/formatter";
import { liveFiles } from "@/lib/messages/conversation";
import type { OpenThread } from "@/lib/messages/queries/find-thread";

interface Props {
  thread: OpenThread;
  action: PressAction;
  /** Of the page. */
  title: string;
}

/** Where its reader writes: a reply, or the first message as long as it is not sent. */
export async function DraftForm({ thread, action, title }: Props) {
  const t = await getTranslations("messages.form");
  const { id, draft, subject, lastMessageAt } = thread;
  const files = draft ? liveFiles(draft.documents) : [];
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t(lastMessageAt ? "reply" : "first")}</h2>
      {draft ? <SavedAt at={draft.savedAt} /> : null}
      <PortalForm action={action} title={title} place="write">
        <EnterSaves />
        <WrittenFields draft={draft} />
        <MessageFields
          subject={lastMessageAt ? undefined : subject}
          text={draft ? draft.text : ""}
        />
        {draft ? <DraftFiles documents={draft.documents} /> : null}
        <p className="hint">{t("attachHint")}</p>
        <MessageButtons files={files.length} />
      </PortalForm>
      {draft ? <DiscardDraft threadId={id} /> : null}
    </section>
  );
}

function SavedAt({ at }: { at: Date }) {
  const t = useTranslations("messages.form");
  const format = useFormatter();
  const when = format.dateTime(at, { dateStyle: "long", timeStyle: "short" });
  return <p className="soft">{t("savedAt", { when })}</p>;
}
