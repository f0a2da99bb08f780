import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations, readMigrations } from "../database/migrations";
import { migrateQueue } from "../database/queue-schema";
import { filesUnder, fingerprint } from "../fingerprint";
import { Cluster } from "../postgres/cluster";
import { superuser } from "../postgres/passwords";
import { ensureDatabase, ensureRoles } from "../postgres/roles";
import { isRunning } from "../process-lock";
import { generateClient } from "../prepare";
import { ensureDocumentCertificate } from "../document-certificate";
import { ensureSigningKeys } from "../signing-keys";
import { runSeed } from "../stack/seed";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the test server without a database's name, by role. */
    readonly server: { readonly superuser: string; readonly owner: string; readonly app: string };
    readonly template: string;
    /** The process of this run: what it left behind when it was killed is recognised by it. */
    readonly run: number;
  }
}

const seeds = () => filesUnder(["prisma/seed/reference.ts", "prisma/seed/reference"]);

const keys = path.resolve(".data/test/keys");
/** Every day that a test may set its clock to. */
const always = { from: "2000-01-01", to: "2199-12-31" };

/** Migrated and seeded databases are kept as templates, one for each state of their sources. */
function templateName(): string {
  const sources = [
    ...seeds(),
    ...filesUnder([
      "scripts/database",
      "scripts/postgres",
      "scripts/test-database",
      "scripts/signing-keys.ts",
    ]),
  ];
  const queue = readFileSync("node_modules/graphile-worker/package.json", "utf8");
  const checksums = readMigrations().map(({ name, checksum }) => name + checksum);
  return `template_${fingerprint(sources, queue, ...checksums).slice(0, 16)}`;
}

async function dropLeftovers(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    String.raw`SELECT datname AS name FROM pg_database
      WHERE datname LIKE 'test\_%' OR (datname LIKE 'template\_%' AND datname <> $1)`,
    [template],
  );
  for (const { name } of rows) {
    const run = /^test_(\d+)_/.exec(name)?.[1];
    if (run !== undefined && isRunning(Number(run))) continue;
    // Another version of the sources may be testing with its template at this moment.
    await client
      .query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`)
      .catch(() => undefined);
  }
}

async function ensureTemplate(
  cluster: Cluster,
  client: pg.Client,
  template: string,
): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
    template,
  ]);
  if (rowCount) return;
  const unfinished = `${template}_new`;
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  // Without the provider's schema: its tests make their own.
  await ensureDatabase(cluster, unfinished, { withProvider: false });
  const ownerUrl = cluster.url("kp_owner", unfinished);
  await applyMigrations(ownerUrl);
  await migrateQueue(ownerUrl);
  await runSeed(
    "prisma/seed/reference.ts",
    { DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl },
    {},
  );
  await ensureSigningKeys(ownerUrl, keys, always);
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}

/**
 * Starts the test server (never the one of DATABASE_URL: tests create and drop databases) and makes
 * the template that every test file gets a fresh copy of.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient(() => undefined);
  const cluster = new Cluster({ folder: ".data/test/postgres", volatile: true });
  const held = await cluster.lease();
  const template = templateName();
  const client = new pg.Client({ connectionString: cluster.url(superuser, "postgres") });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('kp test template'))");
    await ensureRoles(cluster);
    await dropLeftovers(client, template);
    await ensureTemplate(cluster, client, template);
    await ensureDocumentCertificate(keys, always);
  } catch (error) {
    await held.release();
    throw error;
  } finally {
    await client.end();
  }
  project.provide("server", {
    superuser: cluster.url(superuser, ""),
    owner: cluster.url("kp_owner", ""),
    app: cluster.url("kp_app", ""),
  });
  project.provide("template", template);
  project.provide("run", process.pid);
  return () => held.release();
}
