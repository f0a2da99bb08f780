import { useLocale, useTranslations } from "next-intl";
import { saidBelow } from "./open-points";
import { ruleText } from "@/lib/applications/finding-sentence";
import type { Check } from "@/lib/applications/rules/engine";

/** How many checks passed and which, folded; and how many have nothing to look at. */
export function PassedChecks({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("summary.checks");
  const locale = useLocale();
  const counted = checks.filter(({ rule }) => rule !== saidBelow);
  const passed = counted.filter(({ result }) => result === "passed");
  const waiting = counted.filter(({ result }) => result === "does_not_apply");
  return (
    <details className="details">
      <summary>{t("passed", { count: passed.length })}</summary>
      <div>
        <ul>
          {passed.map(({ rule }) => (
            <li key={rule}>
              <strong>{ruleText(rule, "name", locale)}</strong>
              <br />
              {ruleText(rule, "compares", locale)}
            </li>
          ))}
        </ul>
        {waiting.length > 0 ? <p>{t("waiting", { count: waiting.length })}</p> : null}
        <p>{t("again")}</p>
      </div>
    </details>
  );
}
