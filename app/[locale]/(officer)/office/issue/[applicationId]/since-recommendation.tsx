import { getTranslations } from "next-intl/server";
import { FoundApart } from "@/app/[locale]/(officer)/office/review/[applicationId]/found-apart";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { differencesSince } from "@/lib/reviews/findings";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Props {
  recommendation: NonNullable<Review["recommendation"]>;
  checks: Review["checks"];
}

/** What the rules find now that they did not find when the file was recommended, and what they found only then. */
export async function SinceRecommendation({ recommendation, checks }: Props) {
  const t = await getTranslations("office.sign.since");
  const times = await deskTimes();
  const { findings, recommendedAt } = recommendation;
  const when = times.near(recommendedAt);
  if (!findings) return null;
  const { added, gone } = differencesSince(
    findings,
    checks.flatMap((check) => check.findings),
  );
  if (added.length + gone.length === 0) return <p className="ok">{t("same", { when })}</p>;
  return (
    <section className="need" aria-labelledby="since-title">
      <h2 id="since-title">{t("title", { when })}</h2>
      <FoundApart
        found={[
          { title: t("added"), findings: added },
          { title: t("gone"), findings: gone },
        ]}
      />
    </section>
  );
}
