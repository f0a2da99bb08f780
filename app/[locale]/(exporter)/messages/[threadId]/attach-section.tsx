import { getTranslations } from "next-intl/server";
import { DiscardDraft } from "./discard-draft";
import { DraftFiles } from "./draft-files";
import { threadHref } from "@/app/[locale]/(exporter)/messages/messages-href";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import type { PressAction } from "@/components/form/use-press";
import { PageLink } from "@/components/layout/page-link";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { placed, type UploadResult } from "@/lib/documents/upload-result";
import { liveFiles } from "@/lib/messages/conversation";
import type { OpenThread } from "@/lib/messages/queries/find-thread";

interface Props {
  thread: OpenThread;
  draft: NonNullable<OpenThread["draft"]>;
  action: PressAction;
  /** What became of the last press. */
  upload: UploadResult | null;
  removed: boolean;
  /** Of the page. */
  title: string;
}

/**
 * The files of a draft whose text is saved. The text is shown and not in a field: adding a file sends another
 * form, and without script what is typed beside it would be lost.
 */
export async function AttachSection({ thread, draft, action, upload, removed, title }: Props) {
  const t = await getTranslations("messages");
  const { id, subject, lastMessageAt } = thread;
  const files = liveFiles(draft.documents);
  const failed = upload ? placed(upload) : [];
  const whole = draft.text !== "" && subject !== "";
  const back = { ...threadHref(id), query: { attach: "1" } };
  const titled = failed.length > 0 ? {} : { title };
  return (
    <section aria-labelledby="files">
      <h2 id="files" tabIndex={-1}>
        {t("attach.title")}
      </h2>
      <UploadNotice result={upload} removed={removed} />
      <div className="card card--wash">
        <h3>{t("attach.yours")}</h3>
        {draft.text === "" ? (
          <p className="soft">{t("attach.nothing")}</p>
        ) : (
          <p className="written" dir="auto">
            {draft.text}
          </p>
        )}
        <p>
          <PageLink href={threadHref(id)}>{t("attach.change")}</PageLink>
        </p>
      </div>
      <DraftFiles threadId={id} draft={draft} failed={failed} />
      <UploadForm
        matter={{ messageId: draft.id }}
        back={back}
        title={title}
        used={files.length}
        kind="other"
      />
      <PortalForm action={action} {...titled} version={draft.savedAt.getTime()}>
        <HiddenField name="version" value={String(draft.savedAt.getTime())} />
        <HiddenField name="messageId" value={draft.id} />
        <HiddenField name="text" value={draft.text} />
        {lastMessageAt ? null : <HiddenField name="subject" value={subject} />}
        <input type="hidden" name="files" value={files.length} />
        {whole ? (
          <div className="actions">
            <button className="button" name="intent" value="send">
              {t("form.send")}
            </button>
          </div>
        ) : (
          <p>{t("attach.unfinished")}</p>
        )}
      </PortalForm>
      <DiscardDraft threadId={id} />
    </section>
  );
}
