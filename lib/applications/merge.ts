import { keyRows, orderRows, type Row } from "@/lib/applications/merge-rows";

/** An answer that is one thing to whoever types it: a text, a box, the lines of an address. */
export type Leaf = string | boolean | readonly string[];

/** An answer that two people gave differently at the same time. */
export interface Clash {
  /** Its field in the merged answers: `origins[1].carats`. */
  readonly field: string;
  readonly base: Leaf | null;
  readonly mine: Leaf | null;
  readonly theirs: Leaf | null;
}

/** A row that one of the two took away while the other changed it; it is still there. */
export interface KeptRow {
  /** `origins[1]` in the merged answers. */
  readonly row: string;
  readonly removedBy: "me" | "them";
}

export interface Merged {
  /** With theirs wherever two answers clash. */
  readonly answers: Row;
  readonly clashes: readonly Clash[];
  readonly keptRows: readonly KeptRow[];
}

type Notes = { clashes: Clash[]; keptRows: KeptRow[] };

/**
 * What becomes of a section that two people changed at the same time: `base` is what my page was drawn
 * from, `theirs` what is stored now. What only one of us changed is taken; what both changed alike is no
 * clash; what both changed differently stays theirs until I have chosen.
 */
export function merge(base: Row, mine: Row, theirs: Row): Merged {
  const notes: Notes = { clashes: [], keptRows: [] };
  const answers = mergeBranch("", base, mine, theirs, notes);
  return { answers, ...notes };
}

function mergeBranch(path: string, base: Row, mine: Row, theirs: Row, notes: Notes): Row {
  const merged: Record<string, unknown> = {};
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)]);
  for (const name of names) {
    const field = path ? `${path}.${name}` : name;
    const value = mergeValue(field, base[name], mine[name], theirs[name], notes);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

function mergeValue(field: string, base: unknown, mine: unknown, theirs: unknown, notes: Notes) {
  const sides = [base, mine, theirs];
  if (sides.some(isRows)) return mergeRows(field, rows(base), rows(mine), rows(theirs), notes);
  if (sides.some(isBranch)) {
    const merged = mergeBranch(field, branch(base), branch(mine), branch(theirs), notes);
    return Object.keys(merged).length > 0 || isBranch(mine) ? merged : undefined;
  }
  if (same(base, mine) || same(mine, theirs)) return theirs;
  if (same(base, theirs)) return mine;
  notes.clashes.push({ field, base: leaf(base), mine: leaf(mine), theirs: leaf(theirs) });
  return theirs;
}

function mergeRows(
  field: string,
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  notes: Notes,
): Row[] {
  const keyed = keyRows(base, mine, theirs);
  const merged: Row[] = [];
  for (const key of orderRows(keyed.base, keyed.mine, keyed.theirs)) {
    const [before, own, other] = [keyed.base.get(key), keyed.mine.get(key), keyed.theirs.get(key)];
    const row = `${field}[${merged.length}]`;
    if (own && other) {
      merged.push(mergeBranch(row, before ?? {}, own, other, notes));
      continue;
    }
    const left = own ?? other ?? {};
    if (before) {
      if (same(before, left)) continue;
      notes.keptRows.push({ row, removedBy: own ? "them" : "me" });
    } else if (own && isBlank(own) && theirs.length > base.length) {
      // The blank line of an empty page, where somebody else has begun a line.
      continue;
    }
    merged.push(left);
  }
  return merged;
}

/** Whether two answers say the same; a text area may change how lines end. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "string") return part.replace(/\r\n?/g, "\n");
    if (!isBranch(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const isBranch = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.some(isBranch);
const isBlank = (row: Row) => Object.values(row).every((value) => value === undefined);
const branch = (value: unknown): Row => (isBranch(value) ? value : {});
const rows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isBranch) : []);
const leaf = (value: unknown): Leaf | null => (value as Leaf | undefined) ?? null;
