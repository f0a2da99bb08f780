import { useTranslations } from "next-intl";
import { UploadSummary } from "@/components/upload/upload-summary";
import { placed, type UploadResult } from "@/lib/documents/upload-result";

interface Props {
  result: UploadResult | null;
  removed: boolean;
}

/** What became of the last press, on the page to which it led. */
export function UploadNotice({ result, removed }: Props) {
  const t = useTranslations("documents");
  if (result && result.failed.length > 0) {
    return <UploadSummary added={result.added} failed={placed(result)} />;
  }
  const words = result
    ? result.added > 0 && t("added", { count: result.added })
    : removed && t("removed");
  if (!words) return null;
  return (
    <div className="notice notice--success" role="status">
      <h2>{words}</h2>
    </div>
  );
}
