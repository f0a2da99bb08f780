/** ["origins", 0, "carats"] → "origins[0].carats" */
export function pathToName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === "number"
        ? `${name}[${part}]`
        : name
          ? `${name}.${String(part)}`
          : String(part),
    "",
  );
}

/**
 * Closes the gaps that removed or empty rows leave in the numbers of repeated fields, and finds the
 * way back, so that an error lands on the field that was typed in. A row that is empty disappears,
 * except where it is the only one.
 */
export function compactNames(names: readonly string[], filled: ReadonlySet<string>) {
  const rows = new Map<string, number[]>();
  for (const onlyFilled of [true, false]) {
    for (const name of names) {
      const { array, index } = rowIn(name);
      if (array === null || (onlyFilled && !filled.has(name))) continue;
      const known = rows.get(array) ?? [];
      if (!onlyFilled && known.length > 0) continue;
      if (!known.includes(index))
        rows.set(
          array,
          [...known, index].sort((a, b) => a - b),
        );
    }
  }
  const renumber = (name: string, to: (known: number[], index: number) => number | undefined) => {
    const { array, index } = rowIn(name);
    const number = array === null ? undefined : to(rows.get(array) ?? [], index);
    return array === null || number === undefined
      ? name
      : `${array}[${number}]${name.slice(name.indexOf("]") + 1)}`;
  };
  return {
    /** The arrays that the form has, even if nothing was typed in them. */
    arrays: [...rows.keys()].filter((array) =>
      names.some((n) => n.startsWith(`${array}[`) && n.includes("].")),
    ),
    compact: (name: string) =>
      renumber(name, (known, index) => (known.includes(index) ? known.indexOf(index) : undefined)),
    original: (name: string) => renumber(name, (known, index) => known[index]),
  };
}

function rowIn(name: string): { array: string | null; index: number } {
  const match = /^([^[\]]+)\[(\d{1,3})\]/.exec(name);
  return match ? { array: match[1] ?? "", index: Number(match[2]) } : { array: null, index: 0 };
}

type Branch = { [key: string]: unknown };

/** Builds the object that the names describe. Names come from a schema's list, never from a client. */
export function nest(
  entries: readonly (readonly [string, unknown])[],
  arrays: readonly string[],
): Branch {
  const root: Branch = {};
  for (const array of arrays) root[array] = [{}];
  for (const [name, value] of entries) {
    const path = name.match(/[^.[\]]+/g) ?? [];
    let branch: Branch = root;
    path.forEach((part, at) => {
      if (at === path.length - 1) {
        branch[part] = value;
        return;
      }
      const nextIsIndex = /^\d+$/.test(path[at + 1] ?? "");
      branch[part] ??= nextIsIndex ? [] : {};
      branch = branch[part] as Branch;
    });
  }
  return root;
}
