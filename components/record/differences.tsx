import { useLocale, useTranslations } from "next-intl";
import { differenceWords } from "@/components/record/difference-words";
import { valueWords } from "@/components/record/value-words";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { Difference, Value } from "@/lib/applications/differences";

interface Props {
  differences: readonly Difference[];
  names: AnswerNames;
  /** What the two versions are called. */
  before: string;
  after: string;
  /** Whether a change was asked for; null where that is no question. Without it, nothing is said. */
  asked?: (difference: Difference) => boolean | null;
}

/** In what two versions differ: each value as it was and as it is, section by section. */
export function Differences({ differences, names, before, after, asked }: Props) {
  const say = useTranslations();
  const locale = useLocale();
  if (differences.length === 0) return <p>{say("differences.none")}</p>;
  const sections = [...new Set(differences.map(({ section }) => section))];
  const shown = (field: string, value: Value | null) =>
    value === null ? null : valueWords(field, value, names, locale, say);
  return (
    <table className="table--stack differences">
      <caption className="visually-hidden">{say("differences.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("differences.field")}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
          {asked ? <th scope="col">{say("differences.isAsked")}</th> : null}
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section}>
          <tr>
            <th scope="rowgroup" colSpan={asked ? 4 : 3}>
              {say(`sections.${section}`)}
            </th>
          </tr>
          {differences
            .filter((each) => each.section === section)
            .map((each, i) => {
              const [was, is] = [shown(each.field, each.before), shown(each.field, each.after)];
              const wanted = asked?.(each) ?? null;
              return (
                <tr key={i}>
                  <th scope="row">{differenceWords(each, say)}</th>
                  <td data-label={before}>
                    {was === null ? <span className="soft">–</span> : <del>{was}</del>}
                  </td>
                  <td data-label={after}>
                    {is === null ? <span className="soft">–</span> : <ins>{is}</ins>}
                  </td>
                  {asked ? (
                    <td data-label={say("differences.isAsked")}>
                      {wanted === null ? (
                        <span className="soft">–</span>
                      ) : (
                        <span className={wanted ? "tag tag--green" : "tag tag--amber"}>
                          {say(wanted ? "differences.asked" : "differences.notAsked")}
                        </span>
                      )}
                    </td>
                  ) : null}
                </tr>
              );
            })}
        </tbody>
      ))}
    </table>
  );
}
