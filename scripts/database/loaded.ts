import { withClient } from "../postgres/roles";

/**
 * What the scripts put into a database besides its tables, kept in a schema of their own that the
 * application's role cannot read.
 */
const table = `
  CREATE SCHEMA IF NOT EXISTS operations;
  CREATE TABLE IF NOT EXISTS operations.loaded (
    what text PRIMARY KEY,
    fingerprint text NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT now()
  )`;

type What = "reference data" | "demonstration data";

export function loadedFingerprint(ownerUrl: string, what: What): Promise<string | undefined> {
  return withClient(ownerUrl, async (client) => {
    const exists = await client.query<{ found: string | null }>(
      "SELECT to_regclass('operations.loaded') AS found",
    );
    if (!exists.rows[0]?.found) return undefined;
    const { rows } = await client.query<{ fingerprint: string }>(
      "SELECT fingerprint FROM operations.loaded WHERE what = $1",
      [what],
    );
    return rows[0]?.fingerprint;
  });
}

export function markLoaded(ownerUrl: string, what: What, fingerprint: string): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('kp loaded'))");
    await client.query(table);
    await client.query(
      `INSERT INTO operations.loaded (what, fingerprint) VALUES ($1, $2)
       ON CONFLICT (what) DO UPDATE SET fingerprint = excluded.fingerprint, loaded_at = now()`,
      [what, fingerprint],
    );
  });
}

export type Demonstration = {
  /** Names of its people, at most twenty. */
  readonly people: readonly string[];
  /** Whether its data was ever loaded. */
  readonly data: boolean;
  /** Whether anybody else is in the database. */
  readonly others: boolean;
};

/** What of the demonstration is in a database, which may still be empty. */
export function demonstrationIn(ownerUrl: string): Promise<Demonstration> {
  return withClient(ownerUrl, async (client) => {
    const some = async (table: string, query: string) => {
      const { rows } = await client.query<{ found: string | null }>(
        "SELECT to_regclass($1) AS found",
        [table],
      );
      return rows[0]?.found ? (await client.query<{ name: string }>(query)).rows : [];
    };
    const people = await some(
      'public."User"',
      `SELECT trim("firstName" || ' ' || "lastName") AS name FROM public."User" WHERE demonstration ORDER BY 1 LIMIT 20`,
    );
    const others = await some(
      'public."User"',
      "SELECT '' AS name FROM public.\"User\" WHERE NOT demonstration LIMIT 1",
    );
    const data = await some(
      "operations.loaded",
      "SELECT what AS name FROM operations.loaded WHERE what = 'demonstration data'",
    );
    return {
      people: people.map(({ name }) => name),
      data: data.length > 0,
      others: others.length > 0,
    };
  });
}
