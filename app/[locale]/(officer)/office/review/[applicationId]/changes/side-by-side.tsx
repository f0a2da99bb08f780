import { getLocale, getTranslations } from "next-intl/server";
import { AnswerTo } from "./answer-to";
import type { compared, ComparedRow } from "./compared";
import { PageLink } from "@/components/layout/page-link";
import { differenceWords } from "@/components/record/difference-words";
import { valueWords } from "@/components/record/value-words";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { Value } from "@/lib/applications/differences";
import { placeWords } from "@/lib/applications/place-words";
import { sections } from "@/lib/applications/sections";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Called {
  readonly long: string;
  readonly short: string;
}

interface Props {
  review: Review;
  names: AnswerNames;
  comparison: ReturnType<typeof compared>;
  /** What the two versions are called: at the head of a column, and beside a value where there is no room for columns. */
  before: Called;
  after: Called;
}

/** The former version at the left, the newer at the right, and beside them who asked for the change. */
export async function SideBySide({ review, names, comparison, before, after }: Props) {
  const t = await getTranslations("office.changes");
  const say = await getTranslations();
  const locale = await getLocale();
  const { rows, untouched } = comparison;
  const shown = sections.filter(
    (section) =>
      rows.some(({ difference }) => difference.section === section) ||
      untouched.some(({ request }) => request.section === section),
  );
  const words = (field: string, value: Value) => valueWords(field, value, names, locale, say);
  return (
    <table className="cards differences">
      <caption className="visually-hidden">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("differences.field")}</th>
          <th scope="col">{before.long}</th>
          <th scope="col">{after.long}</th>
          <th scope="col">{t("askedAndAnswered")}</th>
        </tr>
      </thead>
      {shown.map((section) => (
        <tbody key={section}>
          <tr>
            <th scope="rowgroup" colSpan={4}>
              {say(`sections.${section}`)}
            </th>
          </tr>
          {rows
            .filter(({ difference }) => difference.section === section)
            .map(({ difference, requests }, i) => {
              const kind = kindOf(difference);
              return (
                <tr key={i} className={requests?.length === 0 ? "now" : undefined}>
                  <th scope="row">
                    <span className="change">{t(`kind.${kind}`)}</span>{" "}
                    {differenceWords(difference, say)}
                  </th>
                  <td data-l={before.short}>
                    {difference.before === null ? (
                      <span className="soft">{t("nothing")}</span>
                    ) : (
                      <del>{words(difference.field, difference.before)}</del>
                    )}
                  </td>
                  <td data-l={after.short}>
                    {difference.after === null ? (
                      <span className="soft">{t("nothing")}</span>
                    ) : (
                      <ins>{words(difference.field, difference.after)}</ins>
                    )}
                  </td>
                  <td data-l={t("askedAndAnswered")}>
                    {requests === null ? (
                      <span className="soft">{difference.follows ? t("follows") : "–"}</span>
                    ) : null}
                    {requests?.map((each) => (
                      <AnswerTo key={each.n} {...each} touched />
                    ))}
                    {requests?.length === 0 ? (
                      <>
                        <span className="tag tag--amber">{t("notAsked")}</span>{" "}
                        {review.may.review ? (
                          <PageLink
                            href={{
                              pathname: "/office/review/[applicationId]/return",
                              params: { applicationId: review.id },
                              query: { ask: section },
                            }}
                          >
                            {t("askAboutIt")}
                          </PageLink>
                        ) : (
                          t("notAskedText")
                        )}
                      </>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          {untouched
            .filter(({ request }) => request.section === section)
            .map(({ n, request }) => (
              <tr key={request.id} className={request.done ? "now" : undefined}>
                <th scope="row">{placeWords(review.snapshot, request, say)}</th>
                <td colSpan={2} data-l={t("versions")}>
                  <span className="soft">{t("unchanged")}</span>
                </td>
                <td data-l={t("askedAndAnswered")}>
                  <AnswerTo n={n} request={request} touched={false} />
                </td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}

function kindOf({ before, after }: ComparedRow["difference"]): "added" | "removed" | "changed" {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}
