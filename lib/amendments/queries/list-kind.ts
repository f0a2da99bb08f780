import "server-only";
import { kinds } from "@/lib/amendments/kinds";
import { standing, type Row } from "@/lib/amendments/row";
import { findPresent, listRowsOn } from "@/lib/amendments/queries/rows";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Language, ReferenceKind } from "@/prisma/generated/enums";

interface Asked {
  /** ISO. */
  readonly on: string;
  readonly text: string;
  readonly locale: Language;
}

const order = { holds: 0, later: 1, ended: 2 } as const;

/** Small letters without accents: what a search compares. */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The rows of a kind as they are on a day, in the reader's order, those that hold first. */
export async function listKindRows(
  viewer: OfficerViewer,
  kind: ReferenceKind,
  { on, text, locale }: Asked,
) {
  if (viewer.roles.length === 0) return [];
  const [rows, { open }] = await Promise.all([listRowsOn(kind, on), findPresent(kind)]);
  const wanted = plain(text);
  const nameOf = (row: Row) => row[locale === "fr" ? "nameFr" : "nameEn"] ?? "";
  const collator = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
  return [...rows]
    .filter(([, row]) => {
      const all = kinds[kind].fields.map(({ name }) => row[name] ?? "").join(" ");
      return plain(all).includes(wanted);
    })
    .map(([key, row]) => ({ key, row, stands: standing(kind, row, on), open: open.has(key) }))
    .sort(
      (a, b) =>
        order[a.stands] - order[b.stands] ||
        collator.compare(nameOf(a.row), nameOf(b.row)) ||
        collator.compare(a.key, b.key),
    );
}

export type KindRow = Awaited<ReturnType<typeof listKindRows>>[number];
