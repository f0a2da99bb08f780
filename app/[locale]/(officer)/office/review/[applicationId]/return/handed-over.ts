type Given = string | string[] | undefined;

/** What the address of the notice can hand over: places, and for each a reason and words, in the same order. */
export interface HandedOver {
  readonly ask?: Given;
  readonly reason?: Given;
  readonly words?: Given;
}

const all = (given: Given) => (given === undefined ? [] : [given].flat());

/** A request that stands at the beginning: by the names of its fields. */
type Row = Readonly<Record<"place" | "reasonCode" | "reason", string>>;

/**
 * The form's fields with what was prepared from messages and what came by the address; places that cannot be asked
 * are left out.
 */
export function handedOver(
  { ask, reason, words }: HandedOver,
  prepared: readonly Row[],
  places: ReadonlySet<string>,
  limits: { requests: number; reason: number },
  dueOn: string,
): Record<string, string> {
  const asked = all(ask).map((place, i) => ({
    place,
    reasonCode: all(reason)[i] ?? "",
    reason: (all(words)[i] ?? "").slice(0, limits.reason),
  }));
  const rows = [...prepared, ...asked]
    .filter(({ place }) => places.has(place))
    .slice(0, limits.requests);
  const fields = rows.flatMap((row, i) =>
    Object.entries(row).map(([name, value]) => [`requests[${i}].${name}`, value]),
  );
  return { ...Object.fromEntries(fields), dueOn } as Record<string, string>;
}
