import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { takeOffScan } from "./actions";
import { PageLink } from "@/components/layout/page-link";
import { ScanNote } from "@/components/record/scan-note";
import { FailedFiles } from "@/components/upload/failed-files";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { isOpenable } from "@/lib/documents/openable";
import { placed, type UploadResult } from "@/lib/documents/upload-result";
import { fileSize } from "@/lib/forms/file-size";
import { getFormatter } from "@/lib/i18n/get-formatter";
import type { RegisteredPaper } from "@/lib/imports/queries/find-registered";

interface Props {
  registered: RegisteredPaper;
  /** What became of the last press. */
  upload: UploadResult | null;
  removed: boolean;
  /** Of the page, in full. */
  title: string;
}

/** The scans of the certificate: those that came with its announcement, and those that the office adds. */
export async function ScansCard({ registered, upload, removed, title }: Props) {
  const t = await getTranslations("office.imports.scanCard");
  const documents = await getTranslations("documents");
  const format = await getFormatter();
  const locale = await getLocale();
  const { id: importCertificateId, documents: files, mayScan } = registered;
  const failed = upload ? placed(upload) : [];
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <section className="box" aria-labelledby="files">
      <h2 id="files" tabIndex={-1}>
        {t("title")}
      </h2>
      <UploadNotice result={upload} removed={removed} />
      {files.length + failed.length === 0 ? (
        <p className="soft">{t("none")}</p>
      ) : (
        <ul className="files">
          {files.map(({ id, kind, name, size, scan, uploadedBy, uploadedAt, mayTakeOff }) => (
            <li key={id}>
              <div>
                <p className="files__name">
                  {isOpenable(scan) ? (
                    <PageLink
                      href={{
                        pathname: "/office/documents/[documentId]",
                        params: { documentId: id },
                      }}
                    >
                      <bdi>{name}</bdi>
                    </PageLink>
                  ) : (
                    <bdi>{name}</bdi>
                  )}
                </p>
                <p className="soft">
                  {documents("meta", {
                    kind: documents(`kinds.${kind}`),
                    size: fileSize(size, locale),
                    person: uploadedBy,
                    when: format.dateTime(uploadedAt, { dateStyle: "long", timeStyle: "short" }),
                  })}
                </p>
              </div>
              <ScanNote scan={scan} office />
              {mayTakeOff ? (
                <form action={takeOffScan.bind(null, importCertificateId, id)}>
                  <button className="button button--link">
                    {documents.rich("remove", { name, hidden })}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
          <FailedFiles failed={failed} />
        </ul>
      )}
      {mayScan ? (
        <UploadForm
          matter={{ importCertificateId }}
          back={{
            pathname: "/office/imports/[importId]",
            params: { importId: importCertificateId },
          }}
          title={title}
          used={files.length}
          kind="import_certificate"
        />
      ) : null}
    </section>
  );
}
