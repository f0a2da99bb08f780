import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DiscardDraft } from "./discard-draft";
import { DraftFiles } from "./draft-files";
import { EnterSaves, MessageButtons, MessageFields } from "../message-fields";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import type { PressAction } from "@/components/form/use-press";
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
  const { id, draft, subject, lastMessageAt, written } = thread;
  const version = (draft?.savedAt ?? lastMessageAt ?? thread.startedAt).getTime();
  const files = draft ? liveFiles(draft.documents) : [];
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t(lastMessageAt ? "reply" : "first")}</h2>
      {draft ? <SavedAt at={draft.savedAt} /> : null}
      {/* A new one once the last was sent: nothing of that stands in it. */}
      <PortalForm key={draft?.id ?? `after-${written}`} {...{ action, title, version }}>
        <EnterSaves />
        <HiddenField name="version" value={String(version)} />
        <HiddenField name="messageId" value={draft?.id ?? crypto.randomUUID()} />
        <input type="hidden" name="files" value={files.length} />
        <MessageFields
          subject={lastMessageAt ? undefined : subject}
          text={draft ? draft.text : ""}
        />
        {draft ? <DraftFiles threadId={id} draft={draft} /> : null}
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
