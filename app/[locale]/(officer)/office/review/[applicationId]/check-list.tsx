import { getLocale, getTranslations } from "next-intl/server";
import { TextField } from "@/components/form/text-field";
import { findingSentence, ruleText } from "@/lib/applications/finding-sentence";
import type { Finding } from "@/lib/applications/rules/rule";
import { isBlocking } from "@/lib/reviews/findings";

interface Props {
  findings: readonly Finding[];
  /** Whether the reader can accept a finding with a reason, once for each rule. */
  accepting: boolean;
}

/** Each finding: what was compared with what, its number and its basis in law. */
export async function CheckList({ findings, accepting }: Props) {
  const t = await getTranslations("office.review.decide");
  const locale = await getLocale();
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return (
    <ul className="checks">
      {rules.map((rule) => {
        const found = findings.filter((finding) => finding.rule === rule);
        return (
          <li key={rule} className={found.some(isBlocking) ? "b" : "d"}>
            <b>{ruleText(rule, "name", locale)}</b> <span className="basis">{rule}</span>
            {found.map((finding, i) => (
              <span key={i} className="block">
                {findingSentence(finding, locale)}
              </span>
            ))}
            <span className="basis block">{ruleText(rule, "basis", locale)}</span>
            {accepting ? (
              <TextField
                name={`accept-${rule}`}
                label={t("accept", { rule })}
                required
                maxLength={500}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
