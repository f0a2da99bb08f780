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
