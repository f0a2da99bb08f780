import type { Clash, Leaf } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";

/** Both answers of a clash, and what was there before; the reader has still to choose. */
export type Sides = Pick<Clash, "base" | "mine" | "theirs">;

/**
 * The clashes that wait for a choice, by the name of their field; a row is named by its id where it has
 * one, `origins[#3f…].carats`, since it may have another place by then.
 */
export type Clashes = Readonly<Record<string, Sides>>;

const rowIn = /^(\w+)\[(\d{1,3})\]/;

/** The clashes of a merge by names that last. */
export function namedClashes(clashes: readonly Clash[], merged: Row): Clashes {
  return Object.fromEntries(
    clashes.map(({ field, base, mine, theirs }) => {
      const name = field.replace(rowIn, (place, array: string, index: string) => {
        const { id } = rowsOf(merged, array)[Number(index)] ?? {};
        return typeof id === "string" ? `${array}[#${id}]` : place;
      });
      return [name, { base, mine, theirs }];
    }),
  );
}

/** The field of a clash in these answers: `origins[2].carats`; null where its row is gone. */
export function fieldIn(answers: Row, name: string): string | null {
  const [, array = "", id] = /^(\w+)\[#([^\]]+)\]/.exec(name) ?? [];
  if (id === undefined) return name;
  const index = rowsOf(answers, array).findIndex((row) => row["id"] === id);
  return index < 0 ? null : name.replace(`[#${id}]`, `[${index}]`);
}

/** The answers with others in the fields of these clashes. Nothing is added where a row is gone. */
export function withLeaves(answers: Row, leaves: Readonly<Record<string, Leaf | null>>): Row {
  const changed = structuredClone(answers);
  for (const [name, value] of Object.entries(leaves)) {
    const field = fieldIn(changed, name);
    if (field !== null) setAt(changed, field.match(/[^.[\]]+/g) ?? [], value);
  }
  return changed;
}

/**
 * What my next save is compared with: what I saw, but in the fields that still clash what was there before
 * either of us changed it, so that they go on clashing until I have chosen.
 */
export function seenWith(seen: Row, waiting: Clashes): Row {
  const before = Object.entries(waiting).map(([name, { base }]) => [name, base] as const);
  return withLeaves(seen, Object.fromEntries(before));
}

type Branch = Record<string, unknown>;

function setAt(root: Row, path: readonly string[], value: Leaf | null): void {
  let place: Branch = root;
  for (const part of path.slice(0, -1)) {
    const inner = Object.hasOwn(place, part) ? place[part] : undefined;
    if (typeof inner !== "object" || inner === null) {
      // An answer of a line that is gone has no place.
      if (Array.isArray(place) || value === null) return;
      place[part] = {};
    }
    place = place[part] as Branch;
  }
  const last = path.at(-1) ?? "";
  if (value === null) Reflect.deleteProperty(place, last);
  else place[last] = value;
}

function rowsOf(answers: Row, array: string): readonly Row[] {
  const rows = Object.hasOwn(answers, array) ? answers[array] : [];
  return Array.isArray(rows) ? (rows as Row[]) : [];
}
