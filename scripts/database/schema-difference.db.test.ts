import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { schemaDifference } from "./schema-difference";

const url = process.env["DATABASE_OWNER_URL"] ?? "";

it("finds that the migrations make what the schema says", async () => {
  expect(await schemaDifference(url)).toBe("");
});

it("writes the statements that are missing", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kp-schema-"));
  try {
    const file = path.join(folder, "schema.prisma");
    const more = "\nmodel Added {\n  id String @id @db.Uuid\n}\n";
    writeFileSync(file, readFileSync("prisma/schema.prisma", "utf8") + more);
    expect(await schemaDifference(url, file)).toContain('CREATE TABLE "Added"');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
