import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import { applyMigrations } from "../database/migrations";
import { checkDatabase } from "../database/checks";
import { migrateQueue } from "../database/queue-schema";
import { Cluster } from "../postgres/cluster";
import { database, ensureDatabase, ensureRoles } from "../postgres/roles";
import type { Configuration } from "../configuration";

type Say = (line: string) => void;
export type Addresses = { readonly appUrl: string; readonly ownerUrl: string };

export const clusterOf = (dataFolder: string, volatile = false) =>
  new Cluster({ folder: path.join(dataFolder, "postgres"), volatile });

/** Runs the embedded server and starts it again whenever it goes away, until `stop` is called. */
export async function keepCluster(cluster: Cluster, say: Say): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let held = await cluster.lease(lost);
  let restarting: Promise<void> | undefined;

  function lost() {
    if (!stopping) restarting ??= restart().finally(() => (restarting = undefined));
  }
  async function restart() {
    say("The embedded PostgreSQL ended; starting it again.");
    for (let pause = 250; !stopping; pause = Math.min(pause * 2, 15_000)) {
      await sleep(pause);
      try {
        held = await cluster.lease(lost);
        say("The embedded PostgreSQL is back.");
        return;
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return {
    stop: async () => {
      stopping = true;
      await restarting;
      await held.release();
    },
  };
}

/** The embedded server with its roles and its database. */
export async function embeddedAddresses(cluster: Cluster): Promise<Addresses> {
  await ensureRoles(cluster);
  await ensureDatabase(cluster, database);
  return { appUrl: cluster.url("kp_app", database), ownerUrl: cluster.url("kp_owner", database) };
}

/** Brings the portal's tables and the queue's up to date; says what it applied. */
export async function migrateDatabase({ appUrl, ownerUrl }: Addresses, say: Say): Promise<void> {
  await checkDatabase(appUrl, ownerUrl);
  const applied = await applyMigrations(ownerUrl);
  await migrateQueue(ownerUrl);
  // The migrations could have given away rights: look again at what the application may do now.
  await checkDatabase(appUrl, ownerUrl);
  if (applied.length > 0)
    say(`Database: ${applied.length} migration${applied.length > 1 ? "s" : ""} applied.`);
}

/** Runs `work` on the configured database, or on the embedded one, which is started for it if need be. */
export async function withDatabase<T>(
  { database: configured }: Configuration,
  dataFolder: string,
  work: (addresses: Addresses, cluster: Cluster | undefined) => Promise<T>,
): Promise<T> {
  if (configured !== "embedded") return work(configured, undefined);
  const cluster = clusterOf(dataFolder);
  const held = await cluster.lease();
  try {
    return await work(await embeddedAddresses(cluster), cluster);
  } finally {
    await held.release();
  }
}
