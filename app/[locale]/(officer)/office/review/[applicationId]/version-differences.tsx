import { getTranslations } from "next-intl/server";
import { Differences } from "@/components/record/differences";
import { differencesOf, isAsked } from "@/lib/applications/differences";
import type { Snapshot } from "@/lib/applications/snapshot";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Props {
  review: Review;
  before: Snapshot;
  after: Snapshot;
}

/** Two submissions compared, each change with whether the notices between them asked for it. */
export async function VersionDifferences({ review, before, after }: Props) {
  const t = await getTranslations("differences");
  const [first, last] = [before.submissionVersion, after.submissionVersion];
  const requests = review.changeRequests.filter(
    ({ submissionVersion }) => submissionVersion >= first && submissionVersion < last,
  );
  const certificates = [...after.importCertificates, ...before.importCertificates];
  return (
    <Differences
      differences={differencesOf(before, after)}
      names={{ reference: review.facts.reference, certificates }}
      before={t("version", { version: String(first) })}
      after={t("version", { version: String(last) })}
      {...(first < last ? { asked: (difference) => isAsked(difference, requests) } : {})}
    />
  );
}
