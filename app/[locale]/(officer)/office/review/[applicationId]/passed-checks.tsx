import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { ruleText } from "@/lib/applications/finding-sentence";
import type { Review } from "@/lib/reviews/queries/find-review";
import { changesSince } from "@/lib/reviews/findings";

/** What passed, folded; and whether anything is different from when it was submitted. */
export async function PassedChecks({ review }: { review: Review }) {
  const t = await getTranslations("office.review.decide");
  const headings = await getTranslations("office.review.checks");
  const locale = await getLocale();
  const times = await deskTimes();
  const passed = review.checks.filter(({ result }) => result === "passed");
  const other = review.checks.filter(({ result }) => result === "does_not_apply");
  const { added, gone } = changesSince(
    review.submittedFindings,
    review.checks.flatMap(({ findings }) => findings),
  );
  const when = review.submittedAt ? times.near(review.submittedAt) : "";
  return (
    <>
      <p className="small">
        {added.length + gone.length === 0 ? t("sinceSame", { when }) : null}
        {added.length > 0 ? t("sinceNew", { when, list: added.join(", ") }) : null}{" "}
        {gone.length > 0 ? t("sinceGone", { when, list: gone.join(", ") }) : null}
      </p>
      <details>
        <summary>
          {t("passed", { passed: String(passed.length), other: String(other.length) })}
        </summary>
        <h3>{headings("passedTitle")}</h3>
        <ul className="checks">
          {passed.map(({ rule }) => (
            <li key={rule} className="p">
              {ruleText(rule, "name", locale)}{" "}
              <span className="basis">
                {rule}. {ruleText(rule, "compares", locale)}. {ruleText(rule, "basis", locale)}
              </span>
            </li>
          ))}
        </ul>
        <h3>{headings("naTitle")}</h3>
        <p className="small">
          {other.map(({ rule }) => `${rule} ${ruleText(rule, "name", locale)}`).join("; ")}
        </p>
      </details>
    </>
  );
}
