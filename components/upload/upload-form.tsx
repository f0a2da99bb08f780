import { useLocale, useTranslations } from "next-intl";
import { UploadMessages } from "@/components/upload/upload-messages";
import { UploadQueue } from "@/components/upload/upload-queue";
import type { Matter } from "@/lib/documents/open-matter";
import {
  acceptedExtensions,
  DOCUMENT_MAX_BYTES,
  documentExtensions,
  DOCUMENTS_PER_SECTION,
} from "@/lib/documents/limits";
import { getPathname, type Href } from "@/lib/i18n/navigation";
import { DocumentKind } from "@/prisma/generated/enums";

interface Props {
  matter: Matter;
  /** The page on which it stands, to be led back to. */
  back: Href;
  /** The title of that page, where it is this form's to say that something went wrong. */
  title?: string;
  /** Files that are already there. */
  used: number;
  /** The kinds that can be chosen. */
  kinds?: readonly DocumentKind[];
  /** Proposed. */
  kind?: DocumentKind | "";
  /** That kind alone: nothing is asked. */
  fixed?: boolean;
  /** With script, files are sent as soon as they are chosen. */
  atOnce?: boolean;
}

/**
 * A plain form with files, for all that documents can be of. With script each file goes by itself: its
 * progress is shown, and it can be stopped and sent again.
 */
export function UploadForm({ matter, back, title, used, atOnce = false, ...props }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const query = new URLSearchParams({ back: getPathname({ href: back, locale }) });
  return (
    <UploadMessages>
      <UploadQueue
        room={DOCUMENTS_PER_SECTION - used}
        atOnce={atOnce}
        {...(title ? { title } : {})}
      >
        {used >= DOCUMENTS_PER_SECTION ? (
          <p>{t("full")}</p>
        ) : (
          <form
            method="post"
            action={`${handlerOf(matter)}?${query.toString()}`}
            encType="multipart/form-data"
          >
            <Fields used={used} {...props} />
          </form>
        )}
      </UploadQueue>
    </UploadMessages>
  );
}

/** What exporters hand in: they have no application on paper. */
const exportersKinds = Object.values(DocumentKind).filter((kind) => kind !== "application_form");

function Fields({
  used,
  kinds = exportersKinds,
  kind = "",
  fixed = false,
}: Pick<Props, "used" | "kinds" | "kind" | "fixed">) {
  const t = useTranslations("documents");
  const form = useTranslations("form");
  return (
    <>
      {fixed ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <div className="field">
          <label htmlFor="kind">
            {t("kind")} <span className="must">{form("required")}</span>
          </label>
          {/* What is proposed changes with what is there. */}
          <select key={kind} id="kind" name="kind" className="w-full" required defaultValue={kind}>
            <option value="">{t("choose")}</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`kinds.${each}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field drop">
        <label className="label" htmlFor="chosen">
          <strong>{t("files")}</strong> <span className="must">{form("required")}</span>
        </label>
        <p className="hint" id="chosen-hint">
          <span className="drop__words">{t("drop")} </span>
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
    </>
  );
}

function handlerOf(matter: Matter): string {
  if ("applicationId" in matter) return `/api/applications/${matter.applicationId}/documents`;
  if ("announcementId" in matter) {
    return `/api/imports/announcements/${matter.announcementId}/documents`;
  }
  if ("messageId" in matter) return `/api/messages/${matter.messageId}/documents`;
  if ("certificateId" in matter) return `/api/certificates/${matter.certificateId}/documents`;
  return `/api/imports/${matter.importCertificateId}/documents`;
}
