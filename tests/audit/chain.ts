import { randomUUID } from "node:crypto";
import pg from "pg";
import { askOf } from "@/lib/ask";
import { sealBatch, SealerMemory } from "@/lib/audit/seal";
import type { HeadLine } from "@/lib/audit/verify-heads";

/* A trail of entries of any kind on bare connections, for the tests that break it. */

const kinds = ["document.read", "application.saved", "certificate.issued", "access.denied"];

/** Adds an entry; in whose transaction is the caller's business. */
export async function addEntry(client: pg.Client, n = 0): Promise<bigint> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "Event" (kind, "actorRole", data) VALUES ($1, 'system', $2) RETURNING id::text`,
    [kinds[n % kinds.length], { n, note: `Line ${n}`, page: 9007199254740000 + n }],
  );
  return BigInt(rows[0]?.id ?? 0);
}

/** Seals one batch in a transaction of its own. */
export async function sealOnce(client: pg.Client, memory = new SealerMemory()) {
  await client.query("BEGIN");
  try {
    const sealed = await sealBatch(askOf(client), memory);
    await client.query("COMMIT");
    return sealed;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** A chain of `batches` batches of one to nine entries, with gaps between their numbers. */
export async function makeChain(client: pg.Client, batches: number): Promise<void> {
  let n = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    for (let place = 0; place <= (batch * 7) % 9; place += 1) await addEntry(client, (n += 1));
    // A number that was given and rolled back.
    await client.query(`SELECT nextval('"Event_id_seq"')`);
    await sealOnce(client);
  }
}

/** The heads as they were written outside, at this moment. */
export async function headsNow(client: pg.Client): Promise<NonNullable<HeadLine>[]> {
  const { rows } = await client.query<NonNullable<HeadLine>>(
    `SELECT id::text AS batch, head::text AS head FROM "AuditBatch" ORDER BY id`,
  );
  return rows;
}

export async function* outside(heads: readonly HeadLine[]): AsyncGenerator<HeadLine> {
  for (const head of heads) yield await Promise.resolve(head);
}

export async function connect(url: string | undefined): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `t ${randomUUID()}` });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
