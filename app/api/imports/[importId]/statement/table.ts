import Decimal from "decimal.js";
import { getTranslations } from "next-intl/server";
import { dateInOttawa } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/routing";
import type { StatementEntry } from "@/lib/imports/statement";
import type { Cell, Table } from "@/lib/tables/cell";

interface Entries {
  entries: readonly StatementEntry[];
  /** Whether there are more than may be in one file. */
  cut: boolean;
}

/** An account as a table in the reader's words, one entry a row. */
export async function statementTable(
  { entries, cut }: Entries,
  locale: Locale,
  limit: number,
): Promise<Table> {
  const t = await getTranslations({ locale, namespace: "statement" });
  const text = (said: string | null | undefined): Cell => (said ? { text: said } : null);
  const number = (figure: string | undefined): Cell => (figure ? { number: figure } : null);
  /** What moved this way; the value goes with the mass, where there is any. */
  const way = ({ moved }: StatementEntry, sign: 1 | -1, of: "carats" | "usd"): Cell => {
    const leading = new Decimal(moved.carats).isZero() ? moved.usd : moved.carats;
    if (!new Decimal(leading).times(sign).gt(0)) return null;
    return { number: new Decimal(moved[of]).times(sign).toFixed(2) };
  };
  const columns = {
    day: ({ at }) => ({ day: dateInOttawa(at) }),
    kind: ({ kind }) => text(t(`kinds.${kind}`)),
    application: ({ application }) => text(application?.number),
    certificate: ({ certificate }) => text(certificate?.number),
    words: ({ words, reason }) => text(words ?? (reason && t(`reasons.${reason}`))),
    by: ({ by }) => text(by?.join(", ") ?? t("theOffice")),
    in: (entry) => way(entry, 1, "carats"),
    inUsd: (entry) => way(entry, 1, "usd"),
    out: (entry) => way(entry, -1, "carats"),
    outUsd: (entry) => way(entry, -1, "usd"),
    spent: ({ spent }) => number(spent?.carats),
    spentUsd: ({ spent }) => number(spent?.usd),
    left: ({ left }) => number(left.carats),
    leftUsd: ({ left }) => number(left.usd),
  } satisfies Record<string, (entry: StatementEntry) => Cell>;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return {
    headers: names.map((name) => t(`download.columns.${name}`)),
    rows: [
      ...entries.map((entry) => names.map((name) => columns[name](entry))),
      ...(cut ? [[text(t("download.cut", { count: limit }))]] : []),
    ],
  };
}
