import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

export type Database = pg.Pool;

/** Connections whose unqualified names are those of the schema "gckey". */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    options: "-c search_path=gckey",
  });
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/** Runs `work` in one transaction. */
export async function inTransaction<T>(
  database: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.connect();
  let broken = false;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const folder = join(import.meta.dirname, "migrations");
const lock = 7_130_021;

/** Brings the schema up to date; safe to call from several processes at once. */
export async function migrate(database: Database): Promise<void> {
  await inTransaction(database, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [lock]);
    // IF NOT EXISTS would ask for the right to create schemas even where this one exists.
    const { rows } = await client.query<{ missing: boolean }>(
      "SELECT to_regnamespace('gckey') IS NULL AS missing",
    );
    if (rows[0]?.missing) await client.query("CREATE SCHEMA gckey");
    await client.query(
      "CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const done = await client.query<{ name: string; checksum: string }>("SELECT * FROM migration");
    const checksums = new Map(done.rows.map((row) => [row.name, row.checksum]));
    for (const name of readdirSync(folder).sort()) {
      const sql = readFileSync(join(folder, name), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const applied = checksums.get(name);
      if (applied === checksum) continue;
      if (applied)
        throw new Error(`gckey/migrations/${name} was edited after it had been applied.`);
      await client.query(sql);
      await client.query("INSERT INTO migration (name, checksum) VALUES ($1, $2)", [
        name,
        checksum,
      ]);
    }
  });
}

/** Removes what has expired. Attempts are kept for as long as they count. */
export async function removeExpired(database: Database): Promise<void> {
  await database.query("DELETE FROM artifact WHERE expires_at < now() - interval '1 minute'");
  await database.query("DELETE FROM visit WHERE expires_at < now()");
  await database.query("DELETE FROM past_sign_in WHERE at < now() - interval '1 year'");
  await database.query("DELETE FROM attempt WHERE last_at < now() - interval '1 day'");
}
