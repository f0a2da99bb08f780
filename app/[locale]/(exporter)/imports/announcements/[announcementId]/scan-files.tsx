import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { takeOffScan } from "./actions";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { FailedFiles } from "@/components/upload/failed-files";
import type { PlacedFailure } from "@/lib/documents/upload-result";
import { isOpenable } from "@/lib/documents/openable";
import { fileSize } from "@/lib/forms/file-size";
import { useFormatter } from "@/lib/i18n/formatter";
import type { Announcement } from "@/lib/imports/queries/find-announcement";

interface Props {
  announcementId: string;
  files: Announcement["documents"];
  /** Whether the reader may change them now. */
  open: boolean;
  failed: readonly PlacedFailure[];
}

/** The files of an announcement, and below them those of the last press that could not be added. */
export function ScanFiles({ announcementId, files, open, failed }: Props) {
  const t = useTranslations("documents");
  const format = useFormatter();
  const locale = useLocale();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  if (files.length === 0 && failed.length === 0) return <p className="soft">{t("noFiles")}</p>;
  return (
    <ul className="files">
      {files.map(({ id, name, size, scan, uploadedBy, uploadedAt }) => (
        <li key={id}>
          <div>
            <p className="files__name">
              <bdi>
                <FileLink id={id} name={name} scan={scan} />
              </bdi>
            </p>
            <p className="soft">
              {t("meta", {
                kind: t("kinds.import_certificate"),
                size: fileSize(size, locale),
                person: uploadedBy,
                when: format.dateTime(uploadedAt, { dateStyle: "long", timeStyle: "short" }),
              })}
            </p>
          </div>
          {isOpenable(scan) ? (
            <span className="tag tag--green">{t("attached")}</span>
          ) : (
            <ScanNote scan={scan} />
          )}
          {open ? (
            <form action={takeOffScan.bind(null, announcementId, id)}>
              <button className="button button--link">{t.rich("remove", { name, hidden })}</button>
            </form>
          ) : null}
        </li>
      ))}
      <FailedFiles failed={failed} />
    </ul>
  );
}
