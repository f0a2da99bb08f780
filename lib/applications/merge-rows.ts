/** A repeating row of answers: an origin with its id, a tariff line without. */
export type Row = { readonly [name: string]: unknown };
export type Rows = ReadonlyMap<string, Row>;

interface Known {
  readonly key: string;
  readonly row: Row;
  readonly place: number;
  /** Added by somebody: it was not there before. */
  readonly added: boolean;
}

/**
 * Finds out which rows of three versions are the same one, by giving them the same key: by their id, or
 * where rows have none by their subheading, and then by their place.
 */
export function keyRows(base: readonly Row[], mine: readonly Row[], theirs: readonly Row[]) {
  const ofBase = keys(base, []);
  const known = base.map((row, i) => ({ key: ofBase[i] ?? "", row, place: i, added: false }));
  const ofMine = keys(mine, known);
  const added = mine.flatMap((row, i): Known[] => {
    const key = ofMine[i] ?? "";
    return ofBase.includes(key) ? [] : [{ key, row, place: i, added: true }];
  });
  return {
    base: asMap(ofBase, base),
    mine: asMap(ofMine, mine),
    theirs: asMap(keys(theirs, [...known, ...added]), theirs),
  };
}

/** Of each row the key of the known row that it is, or one of its own. */
function keys(rows: readonly Row[], known: readonly Known[]): string[] {
  const found: (string | undefined)[] = rows.map(({ id }, i) => {
    if (typeof id !== "string") return undefined;
    // An id that stands twice is a mistake, and no reason to lose the second row.
    return rows.findIndex((other) => other["id"] === id) === i ? `#${id}` : `#${id}-${i}`;
  });
  const find = (same: (row: Row, other: Known, place: number) => boolean) => {
    rows.forEach((row, place) => {
      found[place] ??= known.find(
        (other) =>
          typeof other.row["id"] !== "string" &&
          !found.includes(other.key) &&
          same(row, other, place),
      )?.key;
    });
  };
  find((row, other) => Boolean(row["subheading"]) && row["subheading"] === other.row["subheading"]);
  find((row, other, place) => {
    if (other.place !== place) return false;
    // Two people who each added a line of another subheading have added two lines.
    return !other.added || !row["subheading"] || !other.row["subheading"];
  });
  return found.map((key, i) => key ?? `new-${known.length}-${i}`);
}

const asMap = (names: readonly string[], rows: readonly Row[]): Rows =>
  new Map(rows.map((row, i) => [names[i] ?? "", row]));

/**
 * The order of the rows of both: mine where I changed it or nobody did, otherwise theirs. A row that only
 * the other order has stands behind the one that it stood behind there.
 */
export function orderRows(base: Rows, mine: Rows, theirs: Rows): string[] {
  const moved = (rows: Rows) => {
    const [before, after] = [[...base.keys()], [...rows.keys()]];
    const left = before.filter((key) => rows.has(key));
    return left.join("\n") !== after.filter((key) => base.has(key)).join("\n");
  };
  const mineLeads = moved(mine) || !moved(theirs);
  const order = [...(mineLeads ? mine : theirs).keys()];
  const other = [...(mineLeads ? theirs : mine).keys()];
  other.forEach((key, i) => {
    if (order.includes(key)) return;
    const before = other[i - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
}
