import { useLocale, useTranslations } from "next-intl";
import { statementAddress } from "@/lib/imports/statement-address";
import { entryKinds, type StatementFilter } from "@/lib/imports/statement";

interface Props {
  importId: string;
  /** Of the page, in the reader's language. */
  address: string;
  filter: StatementFilter;
}

/** A plain GET form: which entries are shown is in the address. And the same as a file. */
export function StatementTools({ importId, address, filter }: Props) {
  const t = useTranslations("statement");
  const locale = useLocale();
  return (
    <form className="filters statement__tools" method="get" action={address}>
      <div className="field">
        <label htmlFor="kind">{t("filter.label")}</label>
        <select id="kind" name="kind" defaultValue={filter.kind}>
          <option value="">{t("filter.all")}</option>
          {entryKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="line line--c">
        <button className="button button--secondary">{t("filter.show")}</button>{" "}
        <a href={statementAddress(importId, { kind: filter.kind, locale })} download="">
          {t("download.csv")}
        </a>
      </div>
    </form>
  );
}
