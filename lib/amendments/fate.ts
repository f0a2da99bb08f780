import type { CellTrouble, ReadLine } from "@/lib/amendments/csv";
import type { Trouble } from "@/lib/amendments/fields";
import { kinds } from "@/lib/amendments/kinds";
import { changedFields, keyOf, type Row } from "@/lib/amendments/row";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** What is there already, of a kind and of those that it names. */
export interface Present {
  readonly rows: ReadonlyMap<string, Row>;
  /** The keys of the kinds that its fields name. */
  readonly keys: Readonly<Partial<Record<ReferenceKind, ReadonlySet<string>>>>;
  /** Of which a change waits to be decided. */
  readonly open: ReadonlySet<string>;
  /** The day from which the newest change of a row holds. */
  readonly newest: ReadonlyMap<string, string>;
}

/** What becomes of a line of a file. */
export interface Fate {
  readonly line: number;
  readonly key: string;
  readonly fate: "new" | "changed" | "unchanged" | "wrong";
  readonly before: Row | null;
  readonly after: Row | null;
  readonly changed: readonly string[];
  readonly troubles: readonly CellTrouble[];
}

/** What is wrong with a row beside the others; `field` says where. */
export function wrongBeside(
  kind: ReferenceKind,
  row: Row,
  present: Present,
  effectiveFrom: string,
): (Trouble & { field: string })[] {
  const { fields, key, versions } = kinds[kind];
  const [first = ""] = key;
  const own = keyOf(kind, row);
  const before = present.rows.get(own) ?? null;
  const wrong: (Trouble & { field: string })[] = [];
  for (const field of fields) {
    const value = row[field.name];
    if (field.type !== "of" || !value || present.keys[field.kind]?.has(value)) continue;
    wrong.push({ field: field.name, key: "reference.unknown", params: { value } });
  }
  if (before && changedFields(kind, before, row).length === 0) return wrong;
  if (versions) wrong.push(...wrongVersion(kind, row, before, present));
  if (present.open.has(own)) wrong.push({ field: first, key: "reference.open" });
  const newest = present.newest.get(own);
  if (newest !== undefined && newest > effectiveFrom) {
    wrong.push({ field: first, key: "reference.order", params: { day: newest } });
  }
  return wrong;
}

/** A version never changes; the next one bears the next number, and holds from the same day or later. */
function wrongVersion(kind: ReferenceKind, row: Row, before: Row | null, { rows }: Present) {
  if (before) return [{ field: "version", key: "reference.versionStays" } as const];
  const others = [...rows.values()].filter((other) => other["kind"] === row["kind"]);
  const last = others.reduce((most, other) => Math.max(most, Number(other["version"])), 0);
  if (Number(row["version"]) !== last + 1) {
    return [
      { field: "version", key: "reference.versionNext", params: { version: last + 1 } } as const,
    ];
  }
  const newest = others.find((other) => Number(other["version"]) === last);
  for (const field of newest ? ["textEn", "textFr"] : []) {
    const blanks = blanksIn(newest?.[field]);
    if (blanksIn(row[field]) === blanks) continue;
    return [{ field, key: "reference.blanks", params: { blanks: blanks || "–" } } as const];
  }
  return (newest?.["validFrom"] ?? "") > (row["validFrom"] ?? "")
    ? [{ field: "validFrom", key: "reference.versionDay" } as const]
    : [];
}

/** What is filled in when a letter is written: "{number}". The next version has the same. */
const blanksIn = (text: string | null | undefined) =>
  [...new Set(text?.match(/\{\w+\}/g))].sort().join(", ");

/** Every line of a file with what becomes of it, were the file proposed. */
export function fatesOf(
  kind: ReferenceKind,
  lines: readonly ReadLine[],
  present: Present,
  effectiveFrom: string,
): Fate[] {
  // A version of the same file counts for the next one; a name that stands twice is wrong the second time.
  const rows = new Map(present.rows);
  const seen = new Set<string>();
  return lines.map(({ line, row, troubles }): Fate => {
    if (!row)
      return { line, key: "", fate: "wrong", before: null, after: null, changed: [], troubles };
    const key = keyOf(kind, row);
    const before = present.rows.get(key) ?? null;
    const beside = wrongBeside(kind, row, { ...present, rows }, effectiveFrom);
    const [first = ""] = kinds[kind].key;
    if (seen.has(key)) beside.push({ field: first, key: "reference.twice" });
    seen.add(key);
    rows.set(key, row);
    const columnOf = (name: string) =>
      kinds[kind].fields.find((field) => field.name === name)?.column ?? name;
    const changed = changedFields(kind, before, row);
    const known = { line, key, before, after: row, changed };
    if (beside.length > 0) {
      const wrong = beside.map(({ field, ...trouble }) => ({
        ...trouble,
        column: columnOf(field),
      }));
      return { ...known, fate: "wrong", troubles: wrong };
    }
    const fate = before === null ? "new" : changed.length > 0 ? "changed" : "unchanged";
    return { ...known, fate, troubles: [] };
  });
}
