import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyMigrations, type Migration, readMigrations } from "./migrations";

const ownerUrl = process.env["DATABASE_OWNER_URL"] ?? "";
const owner = new pg.Client({ connectionString: ownerUrl });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash("sha256").update(sql).digest("hex"),
});
const existing = readMigrations();
const first = migration(
  "90000101000000_first",
  "CREATE TABLE public.first (id int); CREATE TABLE public.second (id int)",
);

beforeEach(async () => {
  await owner.query("DROP TABLE IF EXISTS public.first, public.second, public.third");
  await owner.query("DELETE FROM public._prisma_migrations WHERE migration_name LIKE '9%'");
});

describe("migrations", () => {
  it("are all applied in the template and never twice", async () => {
    expect(existing.length).toBeGreaterThan(0);
    expect(await applyMigrations(ownerUrl)).toEqual([]);
  });

  it("are applied once, in order, and kept in Prisma's table", async () => {
    const second = migration(
      "90000102000000_second",
      "ALTER TABLE public.first ADD COLUMN name text",
    );
    expect(await applyMigrations(ownerUrl, [...existing, first, second])).toEqual([
      first.name,
      second.name,
    ]);
    expect(await applyMigrations(ownerUrl, [...existing, first, second])).toEqual([]);
    const { rows } = await owner.query(
      "SELECT checksum, finished_at IS NOT NULL AS finished, applied_steps_count FROM public._prisma_migrations WHERE migration_name = $1",
      [first.name],
    );
    expect(rows).toEqual([{ checksum: first.checksum, finished: true, applied_steps_count: 1 }]);
  });

  it("are applied once when two processes start at the same moment", async () => {
    const both = await Promise.all([
      applyMigrations(ownerUrl, [...existing, first]),
      applyMigrations(ownerUrl, [...existing, first]),
    ]);
    expect(both.flat()).toEqual([first.name]);
  });

  it("are refused when one was changed after it was applied", async () => {
    await applyMigrations(ownerUrl, [...existing, first]);
    const changed = migration(first.name, `${first.sql}; SELECT 1`);
    await expect(applyMigrations(ownerUrl, [...existing, changed])).rejects.toThrow(
      `Migration ${first.name} was changed after it was applied.`,
    );
  });

  it("are refused when the database is ahead of the checkout", async () => {
    await applyMigrations(ownerUrl, [...existing, first]);
    await expect(applyMigrations(ownerUrl, existing)).rejects.toThrow("does not know");
  });

  it("leave nothing behind when one fails, and go no further until it is resolved", async () => {
    const failing = migration(
      "90000103000000_third",
      "CREATE TABLE public.third (id int); SELECT 1 / 0",
    );
    await expect(applyMigrations(ownerUrl, [...existing, failing])).rejects.toThrow(
      "division by zero",
    );
    const { rows } = await owner.query("SELECT to_regclass('public.third') AS found");
    expect(rows).toEqual([{ found: null }]);
    await expect(applyMigrations(ownerUrl, [...existing, failing, first])).rejects.toThrow(
      /failed before \(division by zero\)/,
    );
    await owner.query(
      "UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1",
      [failing.name],
    );
    const repaired = migration(failing.name, "CREATE TABLE public.third (id int)");
    expect(await applyMigrations(ownerUrl, [...existing, repaired])).toEqual([failing.name]);
  });
});
