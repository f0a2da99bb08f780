import pg from "pg";
import type { Cluster } from "./cluster";
import { superuser } from "./passwords";

export const database = "kp";
const limits = {
  kp_owner: [],
  kp_app: [
    "statement_timeout = '30s'",
    "idle_in_transaction_session_timeout = '60s'",
    // Its statements are short: to start helpers takes longer than they save.
    "max_parallel_workers_per_gather = 0",
  ],
  kp_gckey: ["statement_timeout = '30s'", "idle_in_transaction_session_timeout = '60s'"],
} as const;

/** Runs `work` with a connection that is closed afterwards. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates the three roles of the embedded server, each able to do no more than its work. */
export async function ensureRoles(cluster: Cluster): Promise<void> {
  await withClient(cluster.url(superuser, "postgres"), async (client) => {
    for (const role of ["kp_owner", "kp_app", "kp_gckey"] as const) {
      const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      const rights =
        "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD " +
        client.escapeLiteral(cluster.passwords[role]);
      await client.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${role} ${rights}`);
      for (const limit of limits[role]) await client.query(`ALTER ROLE ${role} SET ${limit}`);
    }
  });
}

/** Makes a database of the owner's, closed to everybody but the application and, if asked, the provider. */
export async function ensureDatabase(
  cluster: Cluster,
  name: string,
  { withProvider = true } = {},
): Promise<void> {
  await withClient(cluster.url(superuser, "postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER kp_owner`);
    await closeDatabase(client, name);
  });
  await withClient(cluster.url(superuser, name), async (client) => {
    await client.query("ALTER SCHEMA public OWNER TO kp_owner");
    await client.query("REVOKE ALL ON SCHEMA public FROM PUBLIC");
    await client.query("GRANT USAGE ON SCHEMA public TO kp_app");
    if (withProvider)
      await client.query("CREATE SCHEMA IF NOT EXISTS gckey AUTHORIZATION kp_gckey");
  });
}

/** Rights on a database are not copied from its template, so each clone needs this as well. */
export async function closeDatabase(client: pg.Client, name: string): Promise<void> {
  const quoted = client.escapeIdentifier(name);
  await client.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${quoted} TO kp_app, kp_gckey`);
}
