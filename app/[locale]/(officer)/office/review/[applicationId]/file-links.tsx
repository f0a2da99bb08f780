import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { OtherFile } from "@/lib/applications/signals/signal";

/** The ways to other files that something is said of. */
export function FileLinks({ files }: { files: readonly OtherFile[] }) {
  const t = useTranslations("signals");
  return (
    <span className="block small">
      {t("see")}{" "}
      {files.map(({ applicationId, number }, i) => (
        <span key={applicationId}>
          {i > 0 ? ", " : null}
          <PageLink
            className="nw"
            href={{ pathname: "/office/review/[applicationId]", params: { applicationId } }}
          >
            {number}
          </PageLink>
        </span>
      ))}
    </span>
  );
}
