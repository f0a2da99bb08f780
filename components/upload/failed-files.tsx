import { useTranslations } from "next-intl";
import type { PlacedFailure } from "@/lib/documents/upload-result";

/** The rows of files that could not be added; what is not one file's is told elsewhere. */
export function FailedFiles({ failed }: { failed: readonly PlacedFailure[] }) {
  const t = useTranslations("documents");
  return failed
    .filter(({ name }) => name !== "")
    .map(({ name, problem, under = "", place }) => (
      <li key={place} id={place} tabIndex={-1}>
        <div>
          <p className="files__name">
            <bdi>{name}</bdi>
          </p>
          <p className="error">{t(`problems.${problem}`, { under })}</p>
        </div>
        <span className="tag tag--red">{t("notAdded")}</span>
      </li>
    ));
}
