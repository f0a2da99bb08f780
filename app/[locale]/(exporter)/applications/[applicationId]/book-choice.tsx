import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectField } from "@/components/form/select-field";
import type { BookEntry } from "@/lib/exporters/queries/book";
import type { Locale } from "@/lib/i18n/routing";
import { countryNames, nameIn } from "@/lib/reference/lookups";

interface Props {
  kind: BookEntry["kind"];
  /** Of the list's field. */
  name: string;
  /** What the button says to the action. */
  intent: string;
  entries: readonly BookEntry[];
}

/** Fills in fields from the address book when the button is pressed, and never by itself. */
export function BookChoice({ kind, name, intent, entries }: Props) {
  const t = useTranslations("book.use");
  const locale = useLocale();
  const own = entries.filter((entry) => entry.kind === kind);
  if (own.length === 0) return null;
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <div className="with-button">
      <SelectField
        name={name}
        label={t(kind)}
        hint={t("hint")}
        prompt={t("prompt")}
        width="w-full"
        options={own.map((entry) => ({ value: entry.id, text: textOf(entry, locale) }))}
      />
      <button className="button button--secondary button--small" name="intent" value={intent}>
        {t.rich("fill", { what: t(kind), hidden })}
      </button>
    </div>
  );
}

function textOf(entry: BookEntry, locale: Locale): string {
  if (entry.kind !== "consignee") return `${entry.data.facilityName}, ${entry.data.facilityPlace}`;
  const { name, city, country } = entry.data.consignee;
  return [
    name,
    city,
    nameIn(countryNames({ countries: [], participants: [] }, country), locale),
  ].join(", ");
}
