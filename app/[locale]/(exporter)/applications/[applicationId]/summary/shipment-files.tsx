import { useTranslations } from "next-intl";
import { UploadAtOnce } from "./upload-at-once";
import { UploadForm } from "@/app/[locale]/(exporter)/applications/[applicationId]/documents/upload-form";
import { UploadNotice } from "@/app/[locale]/(exporter)/applications/[applicationId]/documents/upload-notice";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import type { DocumentNeed } from "@/lib/applications/rules/evidence";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { readUploadQuery } from "@/lib/documents/upload-result";

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
  const failed = result?.failed.filter(({ name }) => name !== "") ?? [];
  // What is asked for and not there yet is proposed; else an invoice comes first.
  const missing = needed.find(
    ({ kind, files }) => documents.filter((document) => document.kind === kind).length < files,
  );
  const proposed = missing?.kind ?? (documents.length === 0 ? "invoice" : "");
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
        {failed.map(({ name, problem }, i) => (
          <li key={i}>
            <div>
              <p className="files__name">{name}</p>
              <p className="error">{all(`problems.${problem}`)}</p>
            </div>
            <span className="tag tag--red">{all("notAdded")}</span>
          </li>
        ))}
      </ul>
      {documents.length + failed.length > 0 ? null : <p className="soft">{t("noFile")}</p>}
      <UploadAtOnce words={t("uploading")}>
        <UploadForm
          key={proposed}
          applicationId={application.id}
          used={documents.length}
          from="summary"
          kind={proposed}
        />
      </UploadAtOnce>
    </>
  );
}
