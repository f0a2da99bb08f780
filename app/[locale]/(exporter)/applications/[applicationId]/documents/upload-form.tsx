import { useLocale, useTranslations } from "next-intl";
import {
  acceptedExtensions,
  DOCUMENT_MAX_BYTES,
  documentExtensions,
  DOCUMENTS_PER_SECTION,
} from "@/lib/documents/limits";
import { DocumentKind } from "@/prisma/generated/enums";

interface Props {
  applicationId: string;
  used: number;
  /** Where it stands, and is led back to, other than in its own section. */
  from?: "summary";
  /** Proposed. */
  kind?: DocumentKind | "";
}

/** A plain form: the browser sends the files, with script or without. */
export function UploadForm({ applicationId, used, from, kind = "" }: Props) {
  const t = useTranslations("documents");
  const form = useTranslations("form");
  const locale = useLocale();
  if (used >= DOCUMENTS_PER_SECTION) return <p>{t("full")}</p>;
  return (
    <form
      method="post"
      action={`/api/applications/${applicationId}/documents?locale=${locale}${from ? `&from=${from}` : ""}`}
      encType="multipart/form-data"
    >
      {from ? null : <h2>{t("addHead")}</h2>}
      <div className="field">
        <label htmlFor="kind">
          {t("kind")} <span className="must">{form("required")}</span>
        </label>
        <select id="kind" name="kind" className="w-full" required defaultValue={kind}>
          <option value="">{t("choose")}</option>
          {Object.values(DocumentKind).map((each) => (
            <option key={each} value={each}>
              {t(`kinds.${each}`)}
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
