import { getLocale, getTranslations } from "next-intl/server";
import type { listRules } from "@/lib/retention/queries/find-retention";

const columns = ["what", "days", "basis"] as const;
const year = 365;

/** How long each thing is kept, and why. */
export async function RuleTable({ rules }: { rules: Awaited<ReturnType<typeof listRules>> }) {
  const t = await getTranslations("office.retention.rules");
  const fr = (await getLocale()) === "fr";
  const span = (days: number | null) => {
    if (days === null) return t("forGood");
    return days % year === 0 ? t("forYears", { years: days / year }) : t("forDays", { days });
  };
  return (
    <section className="box" aria-labelledby="rules-title">
      <h2 id="rules-title">{t("title")}</h2>
      <table className="t cards">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.code}>
              <th scope="row">{fr ? rule.nameFr : rule.nameEn}</th>
              <td data-l={t("days")}>{span(rule.days)}</td>
              <td data-l={t("basis")}>{fr ? rule.basisFr : rule.basisEn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
