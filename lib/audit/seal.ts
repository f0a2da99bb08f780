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
import type { Ask } from "@/lib/ask";
import { settle, type Settled } from "@/lib/audit/settled";
import { appendThrough } from "@/lib/transparency/append";

/** Entries of one batch at most: so many are in memory at a time. */
export const batchLimit = 2_000;

/** What a sealer remembers between its turns. It may be forgotten: then it only looks at more entries once. */
export class SealerMemory {
  settled: Settled = { upTo: 0n, waiting: null };
}

/**
 * Seals what is committed and not sealed yet, at most one batch of it, inside the transaction of `ask`;
 * says how many entries that were. Null: another sealer is at work. It takes no lock that somebody who
 * adds an entry would wait for.
 */
export async function sealBatch(ask: Ask, memory: SealerMemory): Promise<number | null> {
  const [lock] = await ask<{ mine: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('kp audit sealer')) AS mine`,
  );
  if (!lock?.mine) return null;
  const [last] = await ask<BatchTexts & { head: string }>(
    `SELECT ${batchTexts} FROM "AuditBatch" b ORDER BY b.id DESC LIMIT 1`,
  );
  const sealedUpTo = BigInt(last?.settledId ?? 0);
  const before = { ...memory.settled, upTo: max(memory.settled.upTo, sealedUpTo) };
  // In this order: see lib/audit/settled.ts.
  const highest = await highestEntry(ask);
  const writers = await writersNow(ask);
  const entries = await ask<EntryTexts>(
    `SELECT ${entryTexts} FROM "Event" e
      WHERE e.id > $1::bigint AND NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."eventId" = e.id)
      ORDER BY e.id LIMIT ${batchLimit}`,
    sealedUpTo.toString(),
  );
  const whole = entries.length < batchLimit;
  const settled = whole ? settle(before, { highest, writers }) : before;
  const first = entries[0];
  const final = entries.at(-1);
  if (first && final) {
    const upTo = whole ? settled.upTo : min(settled.upTo, BigInt(final.id ?? 0));
    await close(ask, last ?? null, entries, max(upTo, sealedUpTo));
  }
  memory.settled = settled;
  return entries.length;
}

async function close(
  ask: Ask,
  last: (BatchTexts & { head: string }) | null,
  entries: readonly EntryTexts[],
  settledId: bigint,
): Promise<void> {
  const hashes = entries.map(hashOfEntry);
  const rows = rowsHasher();
  hashes.forEach(rows.add);
  const [clock] = await ask<{ at: string }>(
    `SELECT to_jsonb(date_trunc('milliseconds', clock_timestamp()) AT TIME ZONE 'UTC') #>> '{}' AS at`,
  );
  const batch: BatchTexts = {
    id: (BigInt(last?.id ?? 0) + 1n).toString(),
    firstEventId: entries[0]?.id ?? "",
    lastEventId: entries.at(-1)?.id ?? "",
    entries: entries.length.toString(),
    total: (BigInt(last?.total ?? 0) + BigInt(entries.length)).toString(),
    settledId: settledId.toString(),
    rowsHash: rows.hex(),
    previousHead: last?.head ?? noHead,
    sealedAt: clock?.at ?? "",
  };
  const head = headOf(batch);
  await ask(
    `INSERT INTO "AuditBatch" (id, "firstEventId", "lastEventId", entries, total, "settledId", "rowsHash", "previousHead", "sealedAt", head)
     VALUES ($1::bigint, $2::bigint, $3::bigint, $4::int, $5::bigint, $6::bigint, $7, $8, $9::timestamp AT TIME ZONE 'UTC', $10)`,
    batch.id,
    batch.firstEventId,
    batch.lastEventId,
    entries.length,
    batch.total,
    batch.settledId,
    batch.rowsHash,
    batch.previousHead,
    batch.sealedAt,
    head,
  );
  await ask(
    `INSERT INTO "AuditSeal" ("eventId", "batchId", position, "rowHash")
     SELECT id::bigint, $1::bigint, place, decode(hash, 'hex')
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (id, hash, place)`,
    batch.id,
    entries.map(({ id }) => id),
    hashes.map((hash) => hash.toString("hex")),
  );
  // Last: whoever issues a certificate waits from here to the commit.
  await appendThrough(ask, { t: "audit", head: Buffer.from(head, "hex") });
}

async function highestEntry(ask: Ask): Promise<bigint> {
  const [row] = await ask<{ id: string }>(`SELECT coalesce(max(id), 0)::text AS id FROM "Event"`);
  return BigInt(row?.id ?? 0);
}

/** The transactions that may have been given a number: whoever adds an entry holds this lock. */
async function writersNow(ask: Ask): Promise<ReadonlySet<string>> {
  const rows = await ask<{ name: string }>(
    `SELECT virtualtransaction AS name FROM pg_locks
      WHERE relation = '"Event"'::regclass AND mode = 'RowExclusiveLock' AND granted
        AND pid <> pg_backend_pid()
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return new Set(rows.map(({ name }) => name));
}

const max = (a: bigint, b: bigint) => (a > b ? a : b);
const min = (a: bigint, b: bigint) => (a < b ? a : b);
