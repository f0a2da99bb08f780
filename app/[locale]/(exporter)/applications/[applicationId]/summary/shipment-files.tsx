import { useTranslations } from "next-intl";
import { nextKind } from "@/app/[locale]/(exporter)/applications/[applicationId]/documents/next-kind";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import type { DocumentNeed } from "@/lib/applications/rules/evidence";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { sectionHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { FailedFiles } from "@/components/upload/failed-files";
import { UploadForm } from "@/components/upload/upload-form";
import { UploadNotice } from "@/components/upload/upload-notice";
import { placed, readUploadQuery } from "@/lib/documents/upload-result";

/** The documents of a copy, which has none of its own at first. */
export function ShipmentFiles({
  opened,
  needed,
}: {
  opened: OpenedSection;
  needed: readonly DocumentNeed[];
}) {
  const t = useTranslations("copy.shipment");
  const all = useTranslations("documents");
  const { application, query } = opened;
  const { documents } = application;
  const result = readUploadQuery(query);
  const failed = result ? placed(result) : [];
  return (
    <>
      <h3 id="files">{t("filesHead")}</h3>
      <UploadNotice result={result} removed={false} />
      <ul className="files">
        {documents.map(({ id, name, kind, scan }) => (
          <li key={id}>
            <div>
              <p className="files__name">
                <FileLink id={id} name={name} scan={scan} />
              </p>
              <p className="soft">{all(`kinds.${kind}`)}</p>
            </div>
            {scan === "waiting" ? (
              <ScanNote scan={scan} />
            ) : (
              <span className="tag tag--green">{all("attached")}</span>
            )}
          </li>
        ))}
        <FailedFiles failed={failed} />
      </ul>
      {documents.length + failed.length > 0 ? null : <p className="soft">{t("noFile")}</p>}
      <UploadForm
        matter={{ applicationId: application.id }}
        back={sectionHref("summary", application.id)}
        used={documents.length}
        kind={nextKind(needed, documents)}
        atOnce
      />
    </>
  );
}
