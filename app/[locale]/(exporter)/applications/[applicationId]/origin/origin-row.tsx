import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CategoryFields } from "./category-fields";
import { rowPlace } from "./edit-origin";
import { LiveRow } from "./live-row";
import { RowButtons } from "@/app/[locale]/(exporter)/applications/[applicationId]/row-buttons";
import type { OwnNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import { DollarField } from "@/components/form/dollar-field";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { categories, type OriginRow as Row } from "@/lib/applications/answers";
import type { BookEntry } from "@/lib/exporters/queries/book";
import { limits } from "@/lib/forms/limits";

export interface RowProps {
  row: Row;
  index: number;
  values: Readonly<Record<string, string>>;
  names: OwnNames;
  /** The address book of the profile. */
  book: readonly BookEntry[];
}

/** One lawful origin: its category, what the category asks, mass and value, and what follows from them. */
export function OriginRow({
  row,
  index,
  count,
  values,
  names,
  book,
}: RowProps & { count: number }) {
  const t = useTranslations("application.origin");
  const categoryNames = useTranslations("categories");
  const n = index + 1;
  const name = (field: string) => `origins[${index}].${field}`;
  const field = (of: string) => ({ name: name(of), value: values[name(of)], required: true });
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  const imported = row.category === "previously_imported";
  return (
    <section className="row" aria-labelledby={rowPlace(index)}>
      <div className="row__head">
        <h2 id={rowPlace(index)} tabIndex={-1}>
          {t("row", { n, category: categoryNames(row.category) })}
        </h2>
        <RowButtons
          index={index}
          count={count}
          words={{
            up: t.rich("up", { n, hidden }),
            down: t.rich("down", { n, hidden }),
            remove: t.rich("remove", { n, hidden }),
          }}
        />
      </div>
      <div className="row__body">
        <input type="hidden" name={name("id")} value={row.id} />
        <div className="with-button">
          <SelectField
            {...field("category")}
            label={t("category")}
            options={categories.map((each) => ({ value: each, text: categoryNames(each) }))}
            width="w-full"
          />
          <button
            className="button button--secondary button--small"
            name="intent"
            value={`category:${index}`}
          >
            {t.rich("changeCategory", { n, hidden })}
          </button>
        </div>
        <CategoryFields {...{ row, index, values, names, book }} />
        <div className="fields">
          <TextField
            {...field("carats")}
            label={imported ? t("caratsToExport") : t("carats")}
            inputMode="decimal"
            after="carats"
          />
          <DollarField {...field("usd")} label={t("usd")} />
        </div>
        <LiveRow
          row={index}
          certificates={
            imported
              ? names.certificates.map(({ id, carats, remaining }) => ({ id, carats, remaining }))
              : []
          }
          words={{
            understood: t("live.understood"),
            price: t("live.price"),
            remaining: t("live.remaining"),
            left: t.raw("live.left") as string,
            over: t.raw("live.over") as string,
            none: t("live.none"),
          }}
        />
        {row.category === "new_production" ? (
          <TextArea
            {...field("notes")}
            required={false}
            label={t("notes")}
            hint={t("notesHint")}
            rows={2}
            maxLength={limits.notes}
          />
        ) : null}
      </div>
    </section>
  );
}
