import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { FailedFiles } from "@/components/upload/failed-files";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { placed, type UploadResult } from "@/lib/documents/upload-result";
import { fileSize } from "@/lib/forms/file-size";
import type { OpenThread } from "@/lib/messages/queries/find-thread";
import { takeOffFile } from "./actions";

interface Props {
  threadId: string;
  draft: NonNullable<OpenThread["draft"]>;
  /** What became of the last press. */
  upload: UploadResult | null;
  removed: boolean;
}

/** The files that go with the answer, once it is kept as a draft. */
export async function ReplyFiles({ threadId, draft, upload, removed }: Props) {
  const t = await getTranslations("office.inbox.files");
  const documents = await getTranslations("documents");
  const locale = await getLocale();
  const failed = upload ? placed(upload) : [];
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <section id="files" className="box" aria-labelledby="files-title">
      <h2 id="files-title">{t("title")}</h2>
      <UploadNotice result={upload} removed={removed} />
      <ul className="files">
        {draft.documents.map(({ id, name, size, scan }) => (
          <li key={id}>
            <p className="files__name">
              <FileLink id={id} name={name} scan={scan} /> ({fileSize(size, locale)})
            </p>
            <ScanNote scan={scan} office />
            <form action={takeOffFile.bind(null, threadId, draft.id, id)}>
              <button className="button button--link">
                {documents.rich("remove", { name, hidden })}
              </button>
            </form>
          </li>
        ))}
        <FailedFiles failed={failed} />
      </ul>
      <p className="hint">{t("saveFirst")}</p>
      <UploadForm
        matter={{ messageId: draft.id }}
        back={{ pathname: "/office/inbox/[threadId]", params: { threadId } }}
        used={draft.documents.length}
        kind="other"
        fixed
      />
    </section>
  );
}
