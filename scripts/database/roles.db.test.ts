import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDatabase } from "./checks";

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
const urls = () => ({
  app: process.env["DATABASE_URL"] ?? "",
  owner: process.env["DATABASE_OWNER_URL"] ?? "",
  superuser: process.env["TEST_SUPERUSER_URL"] ?? "",
});

beforeAll(() => app.connect());
afterAll(() => app.end());

describe("the application's role", () => {
  it("is neither superuser nor able to become anybody", async () => {
    const { rows } = await app.query(
      "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user",
    );
    expect(Object.values(rows[0] as object)).toEqual([false, false, false, false, false]);
    const memberships = await app.query(
      "SELECT 1 FROM pg_auth_members WHERE member = current_user::regrole",
    );
    expect(memberships.rowCount).toBe(0);
  });

  it("owns nothing", async () => {
    const { rowCount } = await app.query(
      `SELECT 1 FROM pg_class WHERE relowner = current_user::regrole
       UNION ALL SELECT 1 FROM pg_proc WHERE proowner = current_user::regrole
       UNION ALL SELECT 1 FROM pg_namespace WHERE nspowner = current_user::regrole
       UNION ALL SELECT 1 FROM pg_database WHERE datdba = current_user::regrole`,
    );
    expect(rowCount).toBe(0);
  });

  it.each([
    "CREATE TABLE public.mine (id int)",
    "CREATE TABLE graphile_worker.mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE TEMPORARY TABLE mine (id int)",
    'ALTER TABLE "Event" ADD COLUMN x int',
    'ALTER TABLE "Event" DISABLE TRIGGER ALL',
    'DROP TABLE "User"',
    'UPDATE "Event" SET kind = kind',
    'DELETE FROM "Submission"',
    'TRUNCATE "Certificate"',
    'DELETE FROM "LedgerEntry"',
    'UPDATE "Participant" SET code = code',
    "SET session_replication_role = replica",
    "SET ROLE kp_owner",
    "SELECT * FROM public._prisma_migrations",
    "SELECT * FROM operations.loaded",
    "INSERT INTO graphile_worker.migrations (id) VALUES (999)",
    "COPY (SELECT 1) TO PROGRAM 'true'",
  ])("may not: %s", async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|42P01)$/) as string,
    });
  });

  it("may add a job and take it", async () => {
    await app.query("SELECT graphile_worker.add_job('nothing', json_build_object('a', 1))");
    const { rowCount } = await app.query("SELECT 1 FROM graphile_worker._private_jobs FOR UPDATE");
    expect(rowCount).toBe(1);
    await app.query("DELETE FROM graphile_worker._private_jobs");
  });
});

describe("the check of a configured database", () => {
  it("accepts the two roles in their places", async () => {
    await expect(checkDatabase(urls().app, urls().owner)).resolves.toBeUndefined();
  });

  it("refuses the owner, and a superuser, as the application's role", async () => {
    await expect(checkDatabase(urls().owner, urls().owner)).rejects.toThrow(
      /^DATABASE_URL names the role «kp_owner», which owns/,
    );
    await expect(checkDatabase(urls().superuser, urls().owner)).rejects.toThrow(
      /^DATABASE_URL names the role «kp_superuser», which is a superuser/,
    );
  });

  it("refuses a role that is not the application's", async () => {
    const other = "role_of_nobody";
    const superuser = new pg.Client({ connectionString: urls().superuser });
    await superuser.connect();
    try {
      await superuser.query(`CREATE ROLE ${other} LOGIN PASSWORD 'x'`);
      await superuser.query(`GRANT CONNECT ON DATABASE "${superuser.database ?? ""}" TO ${other}`);
      const url = new URL(urls().app);
      url.username = other;
      url.password = "x";
      await expect(checkDatabase(url.href, urls().owner)).rejects.toThrow(
        /^DATABASE_URL names the role «role_of_nobody», which is not kp_app/,
      );
    } finally {
      await superuser.query(`DROP OWNED BY ${other}`).catch(() => undefined);
      await superuser.query(`DROP ROLE IF EXISTS ${other}`);
      await superuser.end();
    }
  });

  it("refuses the application's role in the owner's place", async () => {
    await expect(checkDatabase(urls().app, urls().app)).rejects.toThrow(
      /^DATABASE_OWNER_URL names the role «kp_app»/,
    );
  });

  it("names the variable of a server that cannot be reached", async () => {
    await expect(checkDatabase("postgresql://kp_app@127.0.0.1:1/kp", urls().owner)).rejects.toThrow(
      /^DATABASE_URL names a database that cannot be reached/,
    );
    await expect(checkDatabase(urls().app, "postgresql://kp_owner@127.0.0.1:1/kp")).rejects.toThrow(
      /^DATABASE_OWNER_URL names a database that cannot be reached/,
    );
  });
});
