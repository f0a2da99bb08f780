import type pg from "pg";
import {
  batchTexts,
  entryTexts,
  hashOfEntry,
  headOf,
  noHead,
  rowsHasher,
  type BatchTexts,
  type EntryTexts,
} from "@/lib/audit/canonical";

/* What somebody who knows how the chain is made can make anew. */

type SealedEntry = EntryTexts & { eventId: string };

async function hashesOf(client: pg.Client, batchId: string) {
  const { rows } = await client.query<SealedEntry>(
    `SELECT s."eventId"::text AS "eventId", ${entryTexts} FROM "AuditSeal" s JOIN "Event" e ON e.id = s."eventId"
      WHERE s."batchId" = $1 ORDER BY s.position`,
    [batchId],
  );
  return rows.map((row) => ({ eventId: row.eventId, hash: hashOfEntry(row) }));
}

/** The seals and the hash of a batch as if it had always been so; its head stays as it was. */
export async function rehash(client: pg.Client, batchId: string): Promise<void> {
  const rows = rowsHasher();
  const entries = await hashesOf(client, batchId);
  for (const [index, { eventId, hash }] of entries.entries()) {
    rows.add(hash);
    await client.query(
      `UPDATE "AuditSeal" SET position = $2, "rowHash" = $3 WHERE "eventId" = $1`,
      [eventId, index + 1, hash],
    );
  }
  await client.query(`UPDATE "AuditBatch" SET "rowsHash" = $2, entries = $3 WHERE id = $1`, [
    batchId,
    rows.hex(),
    entries.length,
  ]);
}

/** Every batch from there on with the right hashes, totals and heads; one that became empty goes. */
export async function reseal(client: pg.Client, from: string): Promise<void> {
  await rehash(client, from);
  await client.query(`DELETE FROM "AuditBatch" WHERE id = $1 AND entries = 0`, [from]);
  const { rows: gone } = await client.query(`SELECT 1 FROM "AuditBatch" WHERE id = $1`, [from]);
  if (gone.length === 0) {
    await client.query(`UPDATE "AuditBatch" SET id = id - 1 WHERE id > $1`, [from]);
    await client.query(`UPDATE "AuditSeal" SET "batchId" = "batchId" - 1 WHERE "batchId" > $1`, [
      from,
    ]);
  }
  const { rows: batches } = await client.query<BatchTexts & { head: string }>(
    `SELECT ${batchTexts} FROM "AuditBatch" b ORDER BY b.id`,
  );
  let [head, total] = [noHead, 0n];
  for (const batch of batches) {
    total += BigInt(batch.entries);
    const next = { ...batch, previousHead: head, total: total.toString() };
    head = headOf(next);
    await client.query(
      `UPDATE "AuditBatch" SET "previousHead" = $2, total = $3, head = $4 WHERE id = $1`,
      [batch.id, next.previousHead, next.total, head],
    );
  }
}
