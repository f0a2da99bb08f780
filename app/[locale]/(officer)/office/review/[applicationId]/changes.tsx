import { getTranslations } from "next-intl/server";
import { VersionDifferences } from "./version-differences";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import type { Snapshot } from "@/lib/applications/snapshot";
import type { Review } from "@/lib/reviews/queries/find-review";

/** In what a resubmission differs from the version before; nothing for a first one. */
export async function Changes({ review, before }: { review: Review; before: Snapshot | null }) {
  if (!before) return null;
  const t = await getTranslations("office.changes");
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{t("since", { version: String(before.submissionVersion) })}</h2>
      <VersionDifferences review={review} before={before} after={review.snapshot} />
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
