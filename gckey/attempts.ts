import { inTransaction, type Database } from "@/gckey/database";
import type { SecretKeys } from "@/gckey/secret-keys";
import { countedFailures, waitBefore, type Limit } from "@/gckey/throttle";

/** One thing that is counted: an account, a known browser, an address … */
export type Counter = { key: string[]; limit: Limit };

type Row = { key_hash: string; failures: number; last_at: Date };

/** Counts attempts in the database, so that every process sees the same numbers. */
export class Attempts {
  readonly #database: Database;
  readonly #keys: SecretKeys;

  constructor(database: Database, keys: SecretKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  #hash(counter: Counter): string {
    return this.#keys.hash("attempt", ...counter.key);
  }

  /**
   * Counts one attempt as failed before it is checked, and gives 0; or counts nothing and gives the
   * milliseconds to wait. A success then calls `succeeded`.
   */
  async begin(counters: Counter[], now: Date): Promise<number> {
    const limits = new Map(counters.map((counter) => [this.#hash(counter), counter.limit]));
    return inTransaction(this.#database, async (client) => {
      // One order for all, so that two attempts never wait for each other.
      const hashes = [...limits.keys()].sort();
      const { rows } = await client.query<Row>(
        `INSERT INTO attempt (key_hash, failures, last_at)
         SELECT h, 0, $2 FROM unnest($1::text[]) WITH ORDINALITY AS t(h, n) ORDER BY n
         ON CONFLICT (key_hash) DO UPDATE SET failures = attempt.failures
         RETURNING *`,
        [hashes, now],
      );
      const waits = rows.map((row) => {
        const limit = limits.get(row.key_hash);
        return limit ? waitBefore({ failures: row.failures, lastAt: row.last_at }, limit, now) : 0;
      });
      const wait = Math.max(...waits);
      if (wait > 0) return wait;
      for (const row of rows) {
        const failures = countedFailures({ failures: row.failures, lastAt: row.last_at }, now) + 1;
        await client.query("UPDATE attempt SET failures = $2, last_at = $3 WHERE key_hash = $1", [
          row.key_hash,
          failures,
          now,
        ]);
      }
      return 0;
    });
  }

  /** Forgets a person's failures; takes back the one attempt from a counter shared with others. */
  async succeeded({ own, shared }: { own: Counter[]; shared: Counter[] }): Promise<void> {
    await this.#database.query(
      `UPDATE attempt SET failures = CASE WHEN key_hash = ANY($1) THEN 0 ELSE greatest(failures - 1, 0) END
        WHERE key_hash = ANY($1) OR key_hash = ANY($2)`,
      [own.map((counter) => this.#hash(counter)), shared.map((counter) => this.#hash(counter))],
    );
  }
}
