import "server-only";
import type { Tx } from "@/lib/db";

/**
 * Makes everything that is decided about these people, or counted of their presses, wait for this
 * transaction. Rows that only name them are still written meanwhile.
 */
export async function lockPeople(tx: Tx, ...ids: string[]): Promise<void> {
  // In one order, so that two who lock the same people never wait for each other.
  for (const id of ids.sort()) {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  }
}
