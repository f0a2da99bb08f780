import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { closeDatabase, withClient } from "../postgres/roles";

// Once for each test file, before its imports: a fresh copy of the migrated and seeded template.
const server = inject("server");
const name = `test_${inject("run")}_${randomBytes(6).toString("hex")}`;
const at = (address: string, database: string) => new URL(`/${database}`, address).href;

await withClient(at(server.superuser, "postgres"), async (client) => {
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${inject("template")} OWNER kp_owner`);
  await closeDatabase(client, name);
});

/** The application's role. */
process.env["DATABASE_URL"] = at(server.app, name);
process.env["DATABASE_OWNER_URL"] = at(server.owner, name);
/** For tests that cut connections or look at what nobody else may see. */
process.env["TEST_SUPERUSER_URL"] = at(server.superuser, name);

afterAll(async () => {
  const held = globalThis as unknown as { portalDatabase?: { $disconnect(): Promise<void> } };
  await held.portalDatabase?.$disconnect();
  delete held.portalDatabase;
  await withClient(at(server.superuser, "postgres"), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
});
