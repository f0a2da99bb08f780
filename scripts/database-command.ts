import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { type Configuration, readConfiguration } from "./configuration";
import { applyMigrations } from "./database/migrations";
import { schemaDifference } from "./database/schema-difference";
import { generateClient } from "./prepare";
import { superuser } from "./postgres/passwords";
import { ensureDatabase, ensureRoles, withClient } from "./postgres/roles";
import { holderOf } from "./process-lock";
import { clusterOf, migrateDatabase, withDatabase } from "./stack/database";
import { loadReference } from "./stack/seed";

const say = (line: string) => process.stdout.write(`${line}\n`);
const dataFolder = path.resolve(".data");

/** What the migrations alone would make, in a database that is thrown away, compared with the schema. */
async function missingFromMigrations(): Promise<string> {
  const cluster = clusterOf(path.resolve(".data/test"), true);
  const held = await cluster.lease();
  const draft = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  try {
    await ensureRoles(cluster);
    await ensureDatabase(cluster, draft, { withProvider: false });
    const url = cluster.url("kp_owner", draft);
    await applyMigrations(url);
    return await schemaDifference(url);
  } finally {
    await withClient(cluster.url(superuser, "postgres"), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`),
    );
    await held.release();
  }
}

async function migrate(configuration: Configuration): Promise<void> {
  await withDatabase(configuration, dataFolder, async (addresses) => {
    await migrateDatabase(addresses, say);
    await loadReference(addresses, say);
  });
  say("The database is up to date.");
}

async function newMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(
      "Give the migration a name of small letters, digits and _: npm run db:new -- add_notices",
    );
  }
  const sql = await missingFromMigrations();
  if (sql === "") {
    say(
      "The migrations already make what prisma/schema.prisma says. For a change that the schema does not show (a trigger, a right), write prisma/migrations/<time>_<name>/migration.sql by hand.",
    );
    return;
  }
  const time = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = path.join("prisma/migrations", `${time}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), sql);
  await generateClient(say);
  say(
    `${sql}\nWritten to ${folder}/migration.sql. Read it, add the rights of kp_app on new tables, then run npm run db:migrate.`,
  );
}

async function check(): Promise<void> {
  const sql = await missingFromMigrations();
  if (sql === "") {
    say("The migrations make what prisma/schema.prisma says.");
    return;
  }
  say(
    `prisma/schema.prisma says more than the migrations make; npm run db:new -- <name> writes it:\n\n${sql}`,
  );
  process.exitCode = 2;
}

async function reset({ database }: Configuration): Promise<void> {
  if (database !== "embedded") {
    throw new Error(
      "DATABASE_URL is set, and only the embedded database is ever emptied by this command.",
    );
  }
  const running = holderOf(path.join(dataFolder, "running.lock"));
  if (running) throw new Error(`The portal is running as process ${running.pid}. Stop it first.`);
  await clusterOf(dataFolder).destroy();
  for (const name of ["secrets.json", "keys", "documents", "outbox"]) {
    rmSync(path.join(dataFolder, name), { recursive: true, force: true });
  }
  say(
    "The embedded database, its documents, mails, keys and secrets are gone. npm start makes new ones.",
  );
}

async function command([name = "", argument]: readonly string[]): Promise<void> {
  switch (name) {
    case "migrate":
      return migrate(readConfiguration(process.env));
    case "new":
      return newMigration(argument);
    case "check":
      return check();
    case "stop":
      return clusterOf(dataFolder).stop();
    case "reset":
      return reset(readConfiguration(process.env));
    default:
      throw new Error("Commands: migrate, new, check, stop, reset.");
  }
}

/** `npm run db:<name>`. */
export async function databaseCommand(args: readonly string[]): Promise<void> {
  try {
    await command(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
