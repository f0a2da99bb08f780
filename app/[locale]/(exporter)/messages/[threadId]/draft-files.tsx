import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { takeOffFile } from "./actions";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { FailedFiles } from "@/components/upload/failed-files";
import { isOpenable } from "@/lib/documents/openable";
import type { PlacedFailure } from "@/lib/documents/upload-result";
import { fileSize } from "@/lib/forms/file-size";
import type { OpenThread } from "@/lib/messages/queries/find-thread";

interface Props {
  threadId: string;
  draft: NonNullable<OpenThread["draft"]>;
  /** Where they can be taken off here: what could not be added in the last press. */
  failed?: readonly PlacedFailure[];
}

/** The files of a draft. Beside the text they are only shown, so that no press on a file loses what is typed. */
export function DraftFiles({ threadId, draft, failed }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  if (draft.documents.length === 0 && !failed?.length) {
    return failed ? <p className="soft">{t("noFiles")}</p> : null;
  }
  return (
    <ul className="files">
      {draft.documents.map(({ id, name, size, kind, scan }) => (
        <li key={id}>
          <div>
            <p className="files__name">
              <FileLink id={id} name={name} scan={scan} />
            </p>
            <p className="soft">
              {t(`kinds.${kind}`)}, {fileSize(size, locale)}
            </p>
          </div>
          {isOpenable(scan) ? (
            <span className="tag tag--green">{t("attached")}</span>
          ) : (
            <ScanNote scan={scan} />
          )}
          {failed && scan !== "infected" ? (
            <form action={takeOffFile.bind(null, threadId, draft.id, id)}>
              <button className="button button--link">{t.rich("remove", { name, hidden })}</button>
            </form>
          ) : null}
        </li>
      ))}
      {failed ? <FailedFiles failed={failed} /> : null}
    </ul>
  );
}
