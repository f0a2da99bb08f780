import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { withClient } from "../postgres/roles";

/** The advisory lock that Prisma Migrate takes, so that the two never run at once. */
const prismaLock = 72_707_369;

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The migrations of a folder, oldest first. */
export function readMigrations(folder = "prisma/migrations"): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

const table = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Row = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly logs: string | null;
};

/** What already happened must be what the folder says, or nothing more is done. */
function checkHistory(rows: readonly Row[], migrations: readonly Migration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = byName.get(row.migration_name);
    if (!row.finished_at) {
      throw new Error(
        `Migration ${row.migration_name} failed before (${row.logs ?? "no reason was kept"}). Put the database right, then run \`npx prisma migrate resolve\` as docs/operations.md describes.`,
      );
    }
    if (!migration) {
      throw new Error(
        `The database holds migration ${row.migration_name}, which this version of the portal does not know. Start the newer version.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new Error(
        `Migration ${row.migration_name} was changed after it was applied. Restore it, and make the change in a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO public._prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)",
    [id, migration.checksum, migration.name],
  );
  try {
    // Sent as one message, a script of several statements is one transaction.
    await client.query(migration.sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await client.query("ROLLBACK").catch(() => undefined);
    await client.query("UPDATE public._prisma_migrations SET logs = $2 WHERE id = $1", [
      id,
      reason,
    ]);
    throw new Error(`Migration ${migration.name} failed: ${reason}`, { cause: error });
  }
  await client.query(
    "UPDATE public._prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1",
    [id],
  );
}

/**
 * Applies what is not applied yet, in the owner's name, and keeps Prisma's own table of it, so that
 * `prisma migrate deploy` may be used on the same database. Returns the names of what it applied.
 */
export function applyMigrations(
  ownerUrl: string,
  migrations = readMigrations(),
): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
    await client.query(table);
    const { rows } = await client.query<Row>(
      "SELECT migration_name, checksum, finished_at, logs FROM public._prisma_migrations WHERE rolled_back_at IS NULL",
    );
    checkHistory(rows, migrations);
    const done = new Set(rows.map((row) => row.migration_name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  });
}
