import { getLocale, getTranslations } from "next-intl/server";
import { PortalForm } from "@/components/form/portal-form";
import { showDate } from "@/lib/forms/dates";
import type { DueRow, listDue, listRules } from "@/lib/retention/queries/find-retention";
import { approveShown } from "./actions";

interface Props {
  due: Awaited<ReturnType<typeof listDue>>;
  rules: Awaited<ReturnType<typeof listRules>>;
  /** Whether the reader may approve. */
  keeps: boolean;
}

const columns = ["what", "of", "rule", "since", "state"] as const;

/** What is past its time; an administrator approves what is shown. */
export async function DueTable({ due: { rows, count }, rules, keeps }: Props) {
  const t = await getTranslations("office.retention.due");
  const locale = await getLocale();
  const ruleName = (code: string) => {
    const rule = rules.find((each) => each.code === code);
    return rule ? (locale === "fr" ? rule.nameFr : rule.nameEn) : code;
  };
  const state = (row: DueRow) => {
    if (row.onHold) return t("onHold");
    return row.approvedBy === null ? t("proposed") : t("approved", { by: row.approvedBy });
  };
  const waiting = rows.filter((row) => row.approvedBy === null && !row.onHold);
  return (
    <section className="box" aria-labelledby="due-title">
      <h2 id="due-title">{t("title")}</h2>
      {rows.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <table className="t cards">
          <caption>{t("caption", { count, shown: String(rows.length) })}</caption>
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
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name ?? t("draft", { exporter: row.exporterName ?? "" })}</th>
                <td data-l={t("of")}>{row.number ?? "–"}</td>
                <td data-l={t("rule")}>{ruleName(row.rule)}</td>
                <td data-l={t("since")}>{showDate(row.dueOn, locale)}</td>
                <td data-l={t("state")}>{state(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {keeps && waiting.length > 0 ? (
        <PortalForm action={approveShown}>
          <p className="need">{t("approveText")}</p>
          <input type="hidden" name="ids" value={waiting.map(({ id }) => id).join(" ")} />
          <div className="actions">
            <button className="button button--danger">{t("approve")}</button>
          </div>
        </PortalForm>
      ) : null}
    </section>
  );
}
