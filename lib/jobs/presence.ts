import "server-only";
import { Client } from "pg";

/**
 * Shows the other workers which takers of jobs are alive. Each holds an advisory lock of its own on one
 * connection, so that the database itself forgets it when its process dies; jobs it had taken are then
 * given back at once instead of after hours.
 */
export async function joinWorkers(connectionString: string, onLost: () => void) {
  const client = new Client({ connectionString, application_name: "kp worker presence" });
  let leaving = false;
  const lost = () => {
    if (!leaving) onLost();
  };
  client.on("error", lost);
  client.on("end", lost);
  await client.connect();

  return {
    async hold(workerId: string) {
      await client.query("SELECT pg_advisory_lock(hashtext('kp worker'), hashtext($1))", [
        workerId,
      ]);
    },

    /** Gives back the jobs of takers that are gone; says how many takers there were. */
    async releaseAbandoned(): Promise<number> {
      const { rows } = await client.query<{ id: string }>(
        `SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`,
      );
      const gone: string[] = [];
      for (const { id } of rows) if (!(await isPresent(client, id))) gone.push(id);
      if (gone.length > 0)
        await client.query("SELECT graphile_worker.force_unlock_workers($1)", [gone]);
      return gone.length;
    },

    async leave() {
      leaving = true;
      await client.end();
    },
  };
}

/** The locks of this connection count too, hence a look at the table of locks instead of an attempt to lock. */
async function isPresent(client: Client, workerId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND objsubid = 2
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND classid::bigint = (hashtext('kp worker')::bigint & 4294967295)
        AND objid::bigint = (hashtext($1)::bigint & 4294967295)`,
    [workerId],
  );
  return (rowCount ?? 0) > 0;
}
