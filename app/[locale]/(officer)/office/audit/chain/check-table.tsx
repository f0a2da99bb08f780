import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { problemWords } from "@/app/[locale]/(officer)/office/audit/problem-words";
import type { listChecks } from "@/lib/audit/queries/chain-state";

const columns = ["when", "who", "range", "entries", "result", "outside"] as const;

/** The last checks of the chain, with what each could not say. */
export async function CheckTable({ checks }: { checks: Awaited<ReturnType<typeof listChecks>> }) {
  const t = await getTranslations("office.audit");
  const times = await deskTimes();
  const say = await problemWords();
  return (
    <section className="box" aria-labelledby="last-title">
      <h2 id="last-title">{t("chain.last.title")}</h2>
      {checks.length === 0 ? (
        <p>{t("chain.last.none")}</p>
      ) : (
        <table className="t cards">
          <caption>{t("chain.last.caption")}</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className={name === "entries" ? "num" : undefined}>
                  {t(`chain.last.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.id}>
                <th scope="row" className="nw">
                  {times.moment(check.at)}
                </th>
                <td data-l={t("chain.last.who")}>{check.by || t("system")}</td>
                <td data-l={t("chain.last.range")}>
                  {t("chain.range", { from: check.from, to: check.to })}
                </td>
                <td data-l={t("chain.last.entries")} className="num">
                  {check.entries}
                </td>
                <td data-l={t("chain.last.result")}>
                  <span className={check.broken ? "tag tag--red" : "tag tag--green"}>
                    {check.broken
                      ? t("chain.broken", { problem: say(check.broken) })
                      : t("chain.whole")}
                  </span>
                  <span className="sub">{t("chain.unsealed", { count: check.unsealed })}</span>
                </td>
                <td data-l={t("chain.last.outside")}>
                  {check.outside === null
                    ? t("chain.notCompared")
                    : t("chain.upTo", { batch: check.outside })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
