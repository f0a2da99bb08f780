import { useLocale, useTranslations } from "next-intl";
import { PasteDetails } from "./paste-details";
import { TextArea } from "@/components/form/text-area";
import { pasteField } from "@/lib/applications/paste/pasted";
import { heading, type ColumnName } from "@/lib/applications/paste/words";

interface Props {
  what: "origins" | "lines";
  /** How many rows there may be in all. */
  most: number;
  columns: readonly ColumnName[];
  /** Rows as they may be pasted. */
  examples: readonly (readonly string[])[];
}

/** Rows pasted from a spreadsheet, with the columns they need. Inside the section's form. */
export function PasteRows({ what, most, columns, examples }: Props) {
  const t = useTranslations("application.paste");
  const locale = useLocale();
  return (
    <PasteDetails summary={t("title")}>
      <p>{t(`${what}.text`, { most })}</p>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t("example")}>
        <table>
          <caption>{t("example")}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {heading(column, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {examples.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TextArea name={pasteField} label={t("label")} hint={t("hint")} rows={6} />
      <p className="actions">
        <button
          className="button button--secondary button--small"
          name="intent"
          value={`paste:${what}`}
        >
          {t(`${what}.button`)}
        </button>
      </p>
    </PasteDetails>
  );
}
