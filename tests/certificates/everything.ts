import { askOf, type Ask } from "@/lib/ask";
import { asSuperuser } from "@/tests/ledger/clients";

/**
 * Of every table how many rows it has and which transaction last wrote one of them, whoever may read it: what is
 * equal was not touched.
 */
export const everything = (): Promise<Readonly<Record<string, string>>> =>
  asSuperuser((client) => marks(askOf(client)));

async function marks(ask: Ask) {
  const tables = await ask<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const written = tables.map(
    ({ name }) =>
      `SELECT '${name.replaceAll("'", "''")}', count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) FROM ${name}`,
  );
  // What jobs there are, and for what; when they are due is the queue's own business.
  const jobs = `SELECT 'jobs', coalesce(string_agg(task_identifier || ' ' || coalesce(key, ''), ',' ORDER BY id), '')
    FROM graphile_worker.jobs`;
  const rows = await ask<{ name: string; written: string }>(
    `SELECT * FROM (${[...written, jobs].join("\nUNION ALL\n")}) AS tables (name, written)`,
  );
  return Object.fromEntries(rows.map(({ name, written }) => [name, written]));
}
