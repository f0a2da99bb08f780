import { getLocale, getTranslations } from "next-intl/server";
import { Disposition } from "./disposition";
import { fieldWords, type Say } from "@/lib/applications/field-words";
import { findingSentence, ruleText } from "@/lib/applications/finding-sentence";
import type { Finding } from "@/lib/applications/rules/rule";
import { isFieldOf } from "@/lib/applications/places";
import { isBlocking, rulesToDecide } from "@/lib/reviews/findings";

interface Props {
  findings: readonly Finding[];
  /** Whether the reader can decide what is found, once for each rule. */
  deciding: boolean;
}

/** Each finding: how grave, what was compared with what, where, its number and its basis in law. */
export async function CheckList({ findings, deciding }: Props) {
  const t = await getTranslations("office.review.decide");
  const say = await getTranslations();
  const locale = await getLocale();
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const toDecide = rulesToDecide(findings);
  return (
    <ul className="checks">
      {rules.map((rule) => {
        const found = findings.filter((finding) => finding.rule === rule);
        const stopped = found.some(isBlocking);
        const notable = toDecide.some((each) => each.rule === rule && each.notable);
        const severity = stopped ? "block" : notable ? "warn" : "officer";
        return (
          <li key={rule} className={stopped ? "b" : "d"}>
            <b>{ruleText(rule, "name", locale)}</b>{" "}
            <span className="basis">
              {rule}, {t(`severity.${severity}`)}
            </span>
            {found.map((finding, i) => (
              <span key={i} className="block">
                {findingSentence(finding, locale)}
              </span>
            ))}
            <span className="basis block">
              {[...new Set(found.map((finding) => placeOf(finding, say)))].join("; ")}.{" "}
              {ruleText(rule, "compares", locale)}. {ruleText(rule, "basis", locale)}
            </span>
            {deciding && !stopped ? <Disposition rule={rule} notable={notable} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function placeOf({ section, field }: Finding, say: Say): string {
  const name = say(`sections.${section}`);
  return field !== null && isFieldOf(section, field)
    ? `${name}, ${fieldWords(section, field, say)}`
    : name;
}
