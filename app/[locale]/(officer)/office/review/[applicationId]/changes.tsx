import { getTranslations } from "next-intl/server";
import { VersionDifferences } from "./version-differences";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import { findSubmission } from "@/lib/applications/queries/find";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Review } from "@/lib/reviews/queries/find-review";

/** In what a resubmission differs from the version before; nothing for a first one. */
export async function Changes({ review, viewer }: { review: Review; viewer: OfficerViewer }) {
  const { snapshot } = review;
  const last = snapshot.submissionVersion - 1;
  const before = last > 0 ? await findSubmission(viewer, review.id, last) : null;
  if (!before) return null;
  const t = await getTranslations("office.changes");
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{t("since", { version: String(last) })}</h2>
      <VersionDifferences review={review} before={before.snapshot} after={snapshot} />
      <p>
        <PageLink
          href={{
            pathname: "/office/review/[applicationId]/changes",
            params: { applicationId: review.id },
            query: await kept(),
          }}
        >
          {t("other")}
        </PageLink>
      </p>
    </section>
  );
}
