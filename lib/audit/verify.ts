import {
  batchTexts,
  hashOfEntry,
  headOf,
  noHead,
  rowsHasher,
  type BatchTexts,
} from "@/lib/audit/canonical";
import type { Ask } from "@/lib/ask";
import { SealedRows } from "@/lib/audit/sealed-rows";
import { checkHeads, type HeadLine, type OutsideHeads } from "@/lib/audit/verify-heads";

/** The first thing that is wrong, with the batch and the entry in which it was found. */
export type Broken = {
  readonly what:
    | "batchMissing"
    | "batchChanged"
    | "chainBroken"
    | "entryMissing"
    | "entryChanged"
    | "sealMissing"
    | "sealOfNothing"
    | "entryAdded"
    | "headDiffers"
    | "headWithoutBatch";
  readonly batch: string | null;
  readonly entry: string | null;
};

export interface Verified {
  readonly broken: Broken | null;
  /** Batches and entries that were read and are as they were sealed. */
  readonly batches: number;
  readonly entries: number;
  readonly from: string;
  readonly to: string;
  /** Of the newest batch that was checked. */
  readonly head: string;
  /** Committed and not sealed yet: nothing can be said of them. */
  readonly unsealed: number;
  readonly outside: OutsideHeads | null;
}

export interface Range {
  /** The first and the last batch; null: from the beginning, to the newest. */
  readonly from?: bigint | null;
  readonly to?: bigint | null;
  /** What was written outside the database, in any order. */
  readonly heads?: AsyncIterable<HeadLine> | null;
}

type Batch = BatchTexts & { head: string };

/** Batches, and numbers of entries, that are in memory at a time. */
const page = { batches: 500, ids: 20_000 } as const;

/** Reads the chain again, in pages: memory does not grow with its length. Changes nothing. */
export async function verify(ask: Ask, { from, to, heads }: Range = {}): Promise<Verified> {
  const [newest] = await ask<{ id: string }>(
    `SELECT coalesce(max(id), 0)::text AS id FROM "AuditBatch"`,
  );
  const end = least(to ?? null, BigInt(newest?.id ?? 0));
  const start = from && from > 1n ? from : 1n;
  const whole = !from && !to;
  const chain = new Chain(ask, start, end);
  const broken =
    (await chain.check()) ??
    (whole ? ((await sealsBeyond(ask, end)) ?? (await entriesAdded(ask, chain.settledId))) : null);
  const outside = heads ? await checkHeads(ask, heads, { start, end, whole }) : null;
  const [unsealed] = await ask<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT 1 FROM "Event" e WHERE e.id > $1::bigint
          AND NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."eventId" = e.id) LIMIT ${page.ids}) waiting`,
    await settledNow(ask),
  );
  return {
    broken: broken ?? outside?.broken ?? null,
    batches: chain.batches,
    entries: chain.entries,
    from: start.toString(),
    to: end.toString(),
    head: chain.head,
    unsealed: unsealed?.count ?? 0,
    outside,
  };
}

/** A walk along the batches and, beside it, along their entries. */
class Chain {
  batches = 0;
  entries = 0;
  head = noHead;
  settledId = "0";
  private readonly ask: Ask;
  private readonly start: bigint;
  private readonly end: bigint;
  private readonly rows: SealedRows;

  constructor(ask: Ask, start: bigint, end: bigint) {
    this.ask = ask;
    this.start = start;
    this.end = end;
    this.rows = new SealedRows(ask, start);
  }

  async check(): Promise<Broken | null> {
    let total = 0n;
    if (this.start > 1n) {
      const [before] = await this.batchesAfter(this.start - 2n, 1);
      if (before?.id !== (this.start - 1n).toString())
        return batchBroken("batchMissing", this.start - 1n);
      this.head = before.head;
      this.settledId = before.settledId;
      total = BigInt(before.total);
    }
    for (let next = this.start; next <= this.end;) {
      const found = await this.batchesAfter(next - 1n, page.batches);
      for (const batch of found) {
        if (BigInt(batch.id) > this.end) break;
        if (batch.id !== next.toString()) return batchBroken("batchMissing", next);
        total += BigInt(batch.entries);
        const broken = this.broken(batch, total) ?? (await this.brokenEntry(batch));
        if (broken) return broken;
        this.head = batch.head;
        this.settledId = batch.settledId;
        this.batches += 1;
        this.entries += Number(batch.entries);
        next += 1n;
      }
      if (found.length === 0) return batchBroken("batchMissing", next);
    }
    return null;
  }

  private batchesAfter(id: bigint, limit: number): Promise<Batch[]> {
    const sql = `SELECT ${batchTexts} FROM "AuditBatch" b WHERE b.id > $1::bigint ORDER BY b.id LIMIT ${limit}`;
    return this.ask<Batch>(sql, id.toString());
  }

  private broken(batch: Batch, total: bigint): Broken | null {
    if (batch.previousHead !== this.head) return batchBroken("chainBroken", batch.id);
    const whole = headOf(batch) === batch.head && BigInt(batch.total) === total;
    return whole ? null : batchBroken("batchChanged", batch.id);
  }

  private async brokenEntry({ id, entries, rowsHash }: Batch): Promise<Broken | null> {
    const hash = rowsHasher();
    let place = 0;
    for (let row = await this.rows.peek(); row?.batchId === id; row = await this.rows.peek()) {
      this.rows.take();
      place += 1;
      if (row.position !== place) return broken("sealMissing", id, null);
      if (row.id === null) return broken("entryMissing", id, row.eventId);
      const own = hashOfEntry(row);
      if (own.toString("hex") !== row.rowHash) return broken("entryChanged", id, row.eventId);
      hash.add(own);
    }
    if (place !== Number(entries)) return broken("sealMissing", id, null);
    return hash.hex() === rowsHash ? null : broken("entryChanged", id, null);
  }
}

/** A seal that no batch of the chain counts. */
async function sealsBeyond(ask: Ask, end: bigint): Promise<Broken | null> {
  const [stray] = await ask<{ batchId: string; eventId: string }>(
    `(SELECT s."batchId"::text AS "batchId", s."eventId"::text AS "eventId" FROM "AuditSeal" s
       WHERE s."batchId" < 1 LIMIT 1)
     UNION ALL
     (SELECT s."batchId"::text, s."eventId"::text FROM "AuditSeal" s
       WHERE s."batchId" > $1::bigint AND NOT EXISTS (SELECT 1 FROM "AuditBatch" b WHERE b.id = s."batchId") LIMIT 1)`,
    end.toString(),
  );
  return stray ? broken("sealOfNothing", stray.batchId, stray.eventId) : null;
}

/** An entry without a seal below the line under which nothing could appear any more. */
async function entriesAdded(ask: Ask, settledId: string): Promise<Broken | null> {
  let after: string | null = null;
  for (;;) {
    const [row]: { last: string | null; added: string | null }[] = await ask(
      `SELECT max(e.id)::text AS last, (min(e.id) FILTER (WHERE s."eventId" IS NULL))::text AS added
         FROM (SELECT id FROM "Event" WHERE ($1::bigint IS NULL OR id > $1::bigint) AND id <= $2::bigint
                ORDER BY id LIMIT ${page.ids}) e
         LEFT JOIN "AuditSeal" s ON s."eventId" = e.id`,
      after,
      settledId,
    );
    if (row?.added) return broken("entryAdded", null, row.added);
    if (!row?.last) return null;
    after = row.last;
  }
}

async function settledNow(ask: Ask): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `SELECT "settledId"::text AS id FROM "AuditBatch" ORDER BY id DESC LIMIT 1`,
  );
  return row?.id ?? "0";
}

const broken = (what: Broken["what"], batch: string | null, entry: string | null): Broken => ({
  what,
  batch,
  entry,
});
const batchBroken = (what: Broken["what"], batch: bigint | string) =>
  broken(what, batch.toString(), null);
const least = (a: bigint | null, b: bigint) => (a !== null && a < b ? a : b);
