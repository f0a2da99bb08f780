import { asJson, fromJson, type Written } from "@/lib/amendments/fields";
import { kinds } from "@/lib/amendments/kinds";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** A row in the one way in which each of its fields is written. */
export type Row = Readonly<Record<string, Written>>;

/** What names a row within its kind: "RU", "certification:2". */
export function keyOf(kind: ReferenceKind, row: Row): string {
  return kinds[kind].key.map((field) => row[field] ?? "").join(":");
}

/** A row as the database writes it. */
export function rowFrom(kind: ReferenceKind, json: unknown): Row {
  const columns = json as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    kinds[kind].fields.map((field) => [field.name, fromJson(field, columns[field.name])]),
  );
}

/** And back. */
export function jsonFrom(kind: ReferenceKind, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    kinds[kind].fields.map((field) => [field.name, asJson(field, row[field.name] ?? null)]),
  );
}

/** The fields in which two rows differ; all of them where there was none. */
export function changedFields(kind: ReferenceKind, before: Row | null, after: Row): string[] {
  return kinds[kind].fields
    .map((field) => field.name)
    .filter((field) => (before?.[field] ?? null) !== (after[field] ?? null));
}

/** Whether an application can feel it. */
export function isFelt(kind: ReferenceKind, before: Row | null, after: Row): boolean {
  const changed = changedFields(kind, before, after);
  return kinds[kind].weighs.some((field) => before === null || changed.includes(field));
}

/** How a row stands on a day by its own days. */
export function standing(kind: ReferenceKind, row: Row, on: string): "holds" | "later" | "ended" {
  const { from, to } = kinds[kind];
  const [first, last] = [from ? row[from] : null, to ? row[to] : null];
  if (first && on < first) return "later";
  return last && on > last ? "ended" : "holds";
}
