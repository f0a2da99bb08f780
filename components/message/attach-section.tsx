import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DraftFiles, type FileActs } from "./draft-files";
import { WrittenFields } from "./written-fields";
import { pageFormId } from "@/components/form/page-form";
import { PortalForm } from "@/components/form/portal-form";
import type { PressAction } from "@/components/form/use-press";
import { PageLink } from "@/components/layout/page-link";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { placed, type UploadResult } from "@/lib/documents/upload-result";
import type { Href } from "@/lib/i18n/navigation";
import { liveFiles, type ShownDraft } from "@/lib/messages/conversation";

interface Props {
  draft: ShownDraft;
  /** Of the conversation, empty as long as it has none. */
  subject: string;
  /** The page of the conversation, and this step of it. */
  pages: { readonly thread: Href; readonly attach: Href };
  action: PressAction;
  takeOff: FileActs["takeOff"];
  /** What became of the last press. */
  upload: UploadResult | null;
  removed: boolean;
  /** Of the page. */
  title: string;
  /** Whether officers write: their files are of no kind. */
  office?: boolean;
  /** Where the answer to a press stands, as of the form in which the text is written. */
  place: string;
  /** When the newest message came that they were shown. */
  seen?: Date | null;
  /** What else can become of the draft. */
  children?: ReactNode;
}

/**
 * The files of a draft whose text is kept. The text is shown and not in a field: adding a file sends another
 * form, and without script what is typed beside it would be lost.
 */
export async function AttachSection(props: Props) {
  const {
    draft,
    subject,
    pages,
    action,
    takeOff,
    upload,
    removed,
    title,
    place,
    office = false,
  } = props;
  const t = await getTranslations("messages");
  const form = await getTranslations("form");
  const failed = upload ? placed(upload) : [];
  return (
    <section aria-labelledby="files">
      {failed.length > 0 ? <title>{`${form("error")} ${title}`}</title> : null}
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
          <PageLink href={pages.thread}>{t("attach.change")}</PageLink>
        </p>
      </div>
      <DraftFiles documents={draft.documents} office={office} acts={{ failed, takeOff }} />
      <UploadForm
        matter={{ messageId: draft.id }}
        back={pages.attach}
        title={title}
        used={liveFiles(draft.documents).length}
        kind="other"
        fixed={office}
      />
      <div id={place} />
      <PortalForm
        id={pageFormId}
        action={action}
        place={place}
        {...(failed.length > 0 ? {} : { title })}
      >
        <WrittenFields draft={draft} seen={props.seen} />
        {draft.text !== "" && subject !== "" ? (
          <div className="actions">
            <button className="button" name="intent" value="send">
              {t("form.send")}
            </button>
          </div>
        ) : (
          <p>{t("attach.unfinished")}</p>
        )}
      </PortalForm>
      {props.children}
    </section>
  );
}
