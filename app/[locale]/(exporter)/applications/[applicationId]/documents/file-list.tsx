import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { takeOff } from "./actions";

import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { FailedFiles } from "@/components/upload/failed-files";
import type { PlacedFailure } from "@/lib/documents/upload-result";
import { fileSize } from "@/lib/forms/file-size";
import { getFormatter } from "@/lib/i18n/get-formatter";

interface Props {
  opened: OpenedSection;
  failed: readonly PlacedFailure[];
}

/** The files of the section, and below them those of the last press that could not be added. */
export async function FileList({ opened, failed }: Props) {
  const t = await getTranslations("documents");
  const format = await getFormatter();
  const { application, locale, fromSummary } = opened;
  const { documents, infected } = application;
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  if (documents.length + infected.length + failed.length === 0)
    return <p className="soft">{t("noFiles")}</p>;
  return (
    <ul className="files">
      {documents.map(({ id, name, kind, size, scan, uploadedBy, uploadedAt }) => (
        <li key={id}>
          <div>
            <p className="files__name">
              <FileLink id={id} name={name} scan={scan} />
            </p>
            <p className="soft">
              {t("meta", {
                kind: t(`kinds.${kind}`),
                size: fileSize(size, locale),
                person: uploadedBy,
                when: format.dateTime(uploadedAt, { dateStyle: "long", timeStyle: "short" }),
              })}
            </p>
            {scan === "waiting" ? <p>{t("virusCheck.waitingText")}</p> : null}
          </div>
          {scan === "waiting" ? (
            <ScanNote scan={scan} />
          ) : (
            <span className="tag tag--green">{t("attached")}</span>
          )}
          <form action={takeOff.bind(null, application.id, id)}>
            {fromSummary ? <input type="hidden" name="from" value="summary" /> : null}
            <button className="button button--link">{t.rich("remove", { name, hidden })}</button>
          </form>
        </li>
      ))}
      {infected.map(({ id, name, scan, threat }) => (
        <li key={id}>
          <div>
            <p className="files__name">{name}</p>
            <p className="error">{t("virusCheck.infectedText", { threat: threat ?? "" })}</p>
          </div>
          <ScanNote scan={scan} />
        </li>
      ))}
      <FailedFiles failed={failed} />
    </ul>
  );
}
