import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { takeOffCopy } from "./actions";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { FailedFiles } from "@/components/upload/failed-files";
import type { CertificateLife } from "@/lib/certificates/queries/find-life";
import { isOpenable } from "@/lib/documents/openable";
import type { PlacedFailure } from "@/lib/documents/upload-result";

interface Props {
  certificate: CertificateLife;
  /** Those of the last press that could not be added. */
  failed: readonly PlacedFailure[];
}

/** The stamped copies that are there; those with which an export was reported stay. */
export function Copies({ certificate, failed }: Props) {
  const t = useTranslations("life.report");
  const words = useTranslations("documents");
  const { id, documents, steps } = certificate;
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  if (documents.length === 0 && failed.length === 0) {
    return <p className="soft">{words("noFiles")}</p>;
  }
  return (
    <ul className="files">
      {documents.map((file) => (
        <li key={file.id}>
          <p className="files__name">
            <bdi>
              <FileLink id={file.id} name={file.name} scan={file.scan} />
            </bdi>
          </p>
          {isOpenable(file.scan) ? (
            <span className="tag tag--green">{words("attached")}</span>
          ) : (
            <ScanNote scan={file.scan} />
          )}
          {steps.some(({ documentId }) => documentId === file.id) ? null : (
            <form action={takeOffCopy.bind(null, id, file.id)}>
              <button className="button button--link">
                {t.rich("remove", { name: file.name, hidden })}
              </button>
            </form>
          )}
        </li>
      ))}
      <FailedFiles failed={failed} />
    </ul>
  );
}
