import { useTranslations } from "next-intl";
import type { UploadResult } from "@/lib/documents/upload-result";

/** What became of the last press: how many files were added, how many were not. */
export function UploadNotice({
  result,
  removed,
}: {
  result: UploadResult | null;
  removed: boolean;
}) {
  const t = useTranslations("documents");
  if (!result) {
    return removed ? (
      <div className="notice notice--success" role="status">
        <h2>{t("removed")}</h2>
      </div>
    ) : null;
  }
  const { added, failed } = result;
  if (failed.length === 0) {
    return added > 0 ? (
      <div className="notice notice--success" role="status">
        <h2>{t("added", { count: added })}</h2>
      </div>
    ) : null;
  }
  const whole = failed.filter(({ name }) => name === "");
  return (
    <div className="notice notice--warning" role="alert">
      {whole.length > 0 ? (
        whole.map(({ problem }) => <h2 key={problem}>{t(`problems.${problem}`)}</h2>)
      ) : (
        <>
          <h2>{t("addedAndNot", { added, failed: failed.length })}</h2>
          <p>{t("each")}</p>
        </>
      )}
    </div>
  );
}
