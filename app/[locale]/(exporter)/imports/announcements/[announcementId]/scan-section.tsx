import { getTranslations } from "next-intl/server";
import { ScanFiles } from "./scan-files";
import { announcementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { placed, type UploadResult } from "@/lib/documents/upload-result";
import type { Announcement } from "@/lib/imports/queries/find-announcement";

interface Props {
  announcement: Announcement;
  /** Whether the reader may change it now. */
  open: boolean;
  /** What became of the last press. */
  upload: UploadResult | null;
  removed: boolean;
  /** Of the page. */
  title: string;
}

/** The files of the announcement, and where it is open the form to add some. */
export async function ScanSection({ announcement, open, upload, removed, title }: Props) {
  const t = await getTranslations("imports.page");
  const { id, documents: files } = announcement;
  return (
    <section>
      <h2 id="files" tabIndex={-1}>
        {t("scan")}
      </h2>
      {open ? <p>{t("scanText")}</p> : null}
      <UploadNotice result={upload} removed={open && removed} />
      <ScanFiles
        announcementId={id}
        files={files}
        open={open}
        failed={upload ? placed(upload) : []}
      />
      {open ? (
        <UploadForm
          matter={{ announcementId: id }}
          back={announcementHref(id)}
          title={title}
          used={files.length}
          kinds={["import_certificate"]}
          kind="import_certificate"
          atOnce
        />
      ) : null}
    </section>
  );
}
