import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { showDecimal } from "@/lib/forms/numbers";
import { acceptedSections } from "@/lib/reviews/work";
import { questions, readings, type ReadingName } from "@/lib/reviews/checklist";
import { isGround } from "@/lib/reviews/grounds";
import type { Review } from "@/lib/reviews/queries/find-review";

const said = { accept: "accepted", ask: "asked", noted: "noted" } as const;
const acceptedIn = (names: readonly string[]) =>
  acceptedSections.filter((name) => names.includes(name));

type Recommendation = NonNullable<Review["recommendation"]>;

/** What the reviewer advised, with the reasons and what was read from the papers. */
export async function RecommendationNote({ recommendation }: { recommendation: Recommendation }) {
  const t = await getTranslations("office.review.recommendation");
  const judge = await getTranslations("office.review.judge");
  const reject = await getTranslations("office.reject");
  const sections = await getTranslations("sections");
  const locale = await getLocale();
  const times = await deskTimes();
  const { checklist, ground, outcome, reasons, by, recommendedAt, version } = recommendation;
  const read = readings.flatMap((name) => {
    const reading = checklist.readings[name];
    return reading ? [{ name, ...reading }] : [];
  });
  const differing = read.filter(({ difference }) => difference !== undefined);
  const answeredNo = questions.filter((question) => checklist.answers[question] === "no");
  const answered = questions.every((question) => checklist.answers[question]);
  const shown = (name: ReadingName, value: string) =>
    name === "seals" ? t("seals", { count: Number(value) }) : showDecimal(value, locale, name);
  return (
    <section className="note" aria-labelledby="recommendation-title">
      <h2 id="recommendation-title">{t(`titleOf.${outcome}`)}</h2>
      <p className="small">
        {t("by", { by, when: times.near(recommendedAt) })},{" "}
        {t("onVersion", { version: String(version) })}
      </p>
      {isGround(ground) ? (
        <p>
          {t("groundIs", {
            ground: reject(`grounds.${ground}`),
            basis: reject(`basis.${ground}`),
          })}
        </p>
      ) : null}
      <p className="written">{reasons}</p>
      {read.length > 0 ? (
        <p className="small">
          {t("readList", {
            list: read.map((reading) => shown(reading.name, reading.read)).join("; "),
          })}{" "}
          {differing.length === 0 ? t("same") : null}
        </p>
      ) : null}
      {differing.map(({ name, read: value, application, why }) => (
        <p key={name} className="need">
          {t("difference", {
            read: shown(name, value),
            application: shown(name, application),
            why: why ?? "",
          })}
        </p>
      ))}
      {checklist.dispositions.map(({ rule, decision, note }) => (
        <p key={rule} className="small">
          {t(said[decision], { rule, why: note })}
        </p>
      ))}
      {checklist.sections.length > 0 ? (
        <p className="small">
          {t("sections", {
            list: acceptedIn(checklist.sections)
              .map((name) => sections(name))
              .join("; "),
          })}
        </p>
      ) : null}
      {answered ? (
        <p className="small">
          {answeredNo.length === 0
            ? t("allYes")
            : t("answers", {
                list: answeredNo.map((question) => judge(question, { country: "" })).join("; "),
              })}
        </p>
      ) : null}
    </section>
  );
}
