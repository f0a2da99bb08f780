const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * The condition that a row has this id. Ids come from addresses and forms: one that cannot be an id
 * matches nothing, where PostgreSQL would fail.
 */
export function idIs(id: string): { id: string } | { id: { in: string[] } } {
  return isUuid(id) ? { id } : { id: { in: [] } };
}

/** A version as a form or an address gave it; what cannot be one is 0, which no row ever has. */
export function asVersion(version: number): number {
  return Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : 0;
}

/** Where a row stands in a list that is in the order of an instant, as an address carries it. */
export const instantPlace = ({ at, id }: { at: Date; id: string }) => `${at.toISOString()}~${id}`;

/** The place that an address names; null for one that somebody tampered with. */
export function readInstantPlace(text: string): { at: Date; id: string } | null {
  const [said = "", id = ""] = text.split("~");
  const at = readInstant(said);
  return at && isUuid(id) ? { at, id } : null;
}

/** An instant as an address carries it, within the years of ISO dates: others are no column's value. */
export function readInstant(text: string): Date | null {
  if (!/^[1-9]\d{3}-\d\d-\d\dT[\d:.]{12}Z$/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
