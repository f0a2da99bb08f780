import type { Socket } from "node:net";
import { setTimeout as passing } from "node:timers/promises";
import pg from "pg";
import { clientOn } from "@/lib/db";
import type { PrismaClient } from "@/prisma/generated/client";

/** Somebody who uses the ledger, on one connection of their own that can die under them. */
export interface Client {
  readonly prisma: PrismaClient;
  /** Tears the connection on this side, as a network does. */
  tear(): boolean;
  end(): Promise<void>;
}

export function newClient(): Client {
  const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 1 });
  const open = new Set<pg.PoolClient>();
  pool.on("connect", (connection) => {
    open.add(connection);
    connection.on("error", () => undefined);
  });
  pool.on("remove", (connection) => open.delete(connection));
  pool.on("error", () => undefined);
  const prisma = clientOn(pool);
  return {
    prisma,
    tear() {
      const [connection] = open;
      if (!connection) return false;
      const { stream } = (connection as unknown as { connection: { stream: Socket } }).connection;
      stream.destroy();
      return true;
    },
    end: () => prisma.$disconnect(),
  };
}

/** A connection of the database's own administrator, who cuts others and looks at everything. */
export async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env["TEST_SUPERUSER_URL"] });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Until told to stop, cuts connections by turns at the server's side and at the clients', in the middle
 * of what they do; not so often that a slow machine gets nowhere.
 */
export function cutConnections(
  clients: readonly Client[],
  { stopped, done }: { stopped: () => boolean; done: () => number },
): Promise<{ atServer: number; atClients: number }> {
  return asSuperuser(async (superuser) => {
    const cut = { atServer: 0, atClients: 0 };
    for (let turn = 0; !stopped(); turn += 1) {
      await passing(5 + Math.random() * 30);
      if (cut.atServer + cut.atClients > 10 + done() / 8) continue;
      if (turn % 2 === 0) {
        const { rowCount } = await superuser.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = 'kp_app' AND state <> 'idle'
            ORDER BY random() LIMIT 1`,
        );
        cut.atServer += rowCount ?? 0;
      } else {
        const one = clients[Math.floor(Math.random() * clients.length)];
        cut.atClients += one?.tear() ? 1 : 0;
      }
    }
    return cut;
  });
}
