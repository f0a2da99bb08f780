import { useTranslations } from "next-intl";
import { BalancePlot } from "@/components/record/statement/balance-plot";
import type { Places } from "@/components/record/statement/entry-words";
import { StatementFigures } from "@/components/record/statement/statement-figures";
import { StatementPages } from "@/components/record/statement/statement-pages";
import { StatementTable } from "@/components/record/statement/statement-table";
import { StatementTools } from "@/components/record/statement/statement-tools";
import type { Statement, StatementFilter } from "@/lib/imports/statement";

interface Props {
  statement: Statement;
  filter: StatementFilter;
  /** Of the page, in the reader's language. */
  address: string;
  places: Places;
  look: "cards" | "table--stack";
}

/** An account: its figures, its course, its lines. */
export function StatementCard({ statement, filter, address, places, look }: Props) {
  const t = useTranslations("statement");
  const { entries, page, pages } = statement;
  return (
    <>
      <StatementFigures statement={statement} />
      <section aria-labelledby="statement-title">
        <div className="statement__head">
          <h2 id="statement-title">{t("table")}</h2>
          <StatementTools importId={statement.id} address={address} filter={filter} />
        </div>
        <BalancePlot steps={statement.steps} />
        {entries.length > 0 ? (
          <StatementTable {...statement} places={places} look={look} />
        ) : (
          <div className="note notice">
            <h3>{t("empty")}</h3>
            <p>{t("emptyText")}</p>
          </div>
        )}
        <StatementPages page={page} pages={pages} address={address} kind={filter.kind} />
        <p className="small soft">{t("rule")}</p>
      </section>
    </>
  );
}
