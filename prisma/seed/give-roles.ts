import pg from "pg";
import type { OfficerRole } from "@/prisma/generated/enums";

/** Gives somebody who has no roles yet theirs, as the owner of the database: the portal's role cannot. */
export async function giveRoles(userId: string, roles: readonly OfficerRole[]): Promise<void> {
  if (roles.length === 0) return;
  const client = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO "OfficerChange" ("userId", roles, reason)
       SELECT id, $2::"OfficerRole"[], 'for a demonstration or a test' FROM "User" WHERE id = $1 AND cardinality(roles) = 0`,
      [userId, roles],
    );
  } finally {
    await client.end();
  }
}
