import { getTranslations } from "next-intl/server";
import { exportLimit } from "./address";
import { categories } from "@/lib/applications/answers";
import type { ApplicationRow } from "@/lib/applications/list-row";
import { dateInOttawa } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/routing";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";
import type { Cell, Table } from "@/lib/tables/cell";

interface Rows {
  rows: readonly ApplicationRow[];
  /** Whether the filter finds more than may be in one file. */
  cut: boolean;
}

/** The list as a table in the reader's words, one application a row. */
export async function applicationTable(
  { rows, cut }: Rows,
  locale: Locale,
  reference: Reference,
): Promise<Table> {
  const t = await getTranslations({ locale, namespace: "applications.download" });
  const status = await getTranslations({ locale, namespace: "status.exporter" });
  const category = await getTranslations({ locale, namespace: "categories" });
  const text = (said: string | null): Cell => (said === null ? null : { text: said });
  const day = (at: Date | null): Cell => (at ? { day: dateInOttawa(at) } : null);
  const number = (sum: string | null): Cell => (sum === null ? null : { number: sum });
  const columns = {
    number: (row) => text(row.number),
    status: (row) => text(status(row.status)),
    consignee: (row) => text(row.statedConsignee),
    destination: ({ statedDestination: code }) =>
      text(code && nameIn(countryNames(reference, code), locale)),
    category: ({ statedCategories: stated }) =>
      text(
        categories
          .filter((each) => stated.includes(each))
          .map((each) => category(each))
          .join(", "),
      ),
    carats: (row) => number(row.carats),
    usd: (row) => number(row.valueUsd),
    certificate: (row) => text(row.certificate?.number ?? null),
    started: (row) => day(row.createdAt),
    submitted: (row) => day(row.submittedAt),
    due: (row) => day(row.dueAt),
    changed: (row) => day(row.updatedAt),
  } satisfies Record<string, (row: ApplicationRow) => Cell>;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return {
    headers: names.map((name) => t(`columns.${name}`)),
    rows: [
      ...rows.map((row) => names.map((name) => columns[name](row))),
      ...(cut ? [[text(t("cut", { count: exportLimit }))]] : []),
    ],
  };
}
