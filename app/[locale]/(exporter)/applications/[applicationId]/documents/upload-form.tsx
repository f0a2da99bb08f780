import { useLocale, useTranslations } from "next-intl";
import {
  acceptedExtensions,
  DOCUMENT_MAX_BYTES,
  documentExtensions,
  DOCUMENTS_PER_SECTION,
} from "@/lib/documents/limits";
import { DocumentKind } from "@/prisma/generated/enums";

/** A plain form: the browser sends the files, with script or without. */
export function UploadForm({ applicationId, used }: { applicationId: string; used: number }) {
  const t = useTranslations("documents");
  const form = useTranslations("form");
  const locale = useLocale();
  if (used >= DOCUMENTS_PER_SECTION) return <p>{t("full")}</p>;
  return (
    <form
      method="post"
      action={`/api/applications/${applicationId}/documents?locale=${locale}`}
      encType="multipart/form-data"
    >
      <h2>{t("addHead")}</h2>
      <div className="field">
        <label htmlFor="kind">
          {t("kind")} <span className="must">{form("required")}</span>
        </label>
        <select id="kind" name="kind" className="w-full" required defaultValue="">
          <option value="">{t("choose")}</option>
          {Object.values(DocumentKind).map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field drop">
        <label className="label" htmlFor="chosen">
          <strong>{t("files")}</strong> <span className="must">{form("required")}</span>
        </label>
        <p className="hint" id="chosen-hint">
          {t("filesHint", {
            megabytes: DOCUMENT_MAX_BYTES / 1024 ** 2,
            most: DOCUMENTS_PER_SECTION,
            used,
            types: documentExtensions.join(", "),
          })}
        </p>
        <input
          type="file"
          id="chosen"
          name="files"
          multiple
          required
          accept={acceptedExtensions}
          aria-describedby="chosen-hint"
        />
      </div>
      <div className="actions">
        <button className="button button--secondary">{t("upload")}</button>
      </div>
    </form>
  );
}
