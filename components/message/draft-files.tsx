import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { FailedFiles } from "@/components/upload/failed-files";
import { isOpenable } from "@/lib/documents/openable";
import type { PlacedFailure } from "@/lib/documents/upload-result";
import { fileSize } from "@/lib/forms/file-size";
import type { AttachedFile } from "@/lib/messages/conversation";

/** What was done with them, and what their reader can do. */
export interface FileActs {
  /** What could not be added in the last press. */
  readonly failed: readonly PlacedFailure[];
  /** Takes one off: an action of the page. */
  readonly takeOff: (documentId: string) => () => Promise<void>;
}

interface Props {
  documents: readonly AttachedFile[];
  /** To officers it is said as well that nothing has scanned a file. */
  office?: boolean;
  /** Beside the text there are none: no press on a file loses what is typed. */
  acts?: FileActs;
}

/** The files of a draft. */
export function DraftFiles({ documents, office = false, acts }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  if (documents.length === 0 && !acts?.failed.length) {
    return acts ? <p className="soft">{t("noFiles")}</p> : null;
  }
  return (
    <ul className="files">
      {documents.map(({ id, name, size, kind, scan }) => (
        <li key={id}>
          <div>
            <p className="files__name">
              <FileLink id={id} name={name} scan={scan} />
            </p>
            <p className="soft">
              {t(`kinds.${kind}`)}, {fileSize(size, locale)}
            </p>
          </div>
          {isOpenable(scan) && !(office && scan === "unscanned") ? (
            <span className="tag tag--green">{t("attached")}</span>
          ) : (
            <ScanNote scan={scan} office={office} />
          )}
          {acts && scan !== "infected" ? (
            <form action={acts.takeOff(id)}>
              <button className="button button--link">{t.rich("remove", { name, hidden })}</button>
            </form>
          ) : null}
        </li>
      ))}
      {acts ? <FailedFiles failed={acts.failed} /> : null}
    </ul>
  );
}
