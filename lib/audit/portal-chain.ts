import "server-only";
import { askThrough } from "@/lib/ask";
import { fileSink, type Head, type HeadSink } from "@/lib/audit/head-sink";
import { sealBatch, SealerMemory, batchLimit } from "@/lib/audit/seal";
import { db, transaction } from "@/lib/db";
import { env } from "@/lib/env";

/** The heads of this installation. */
export const headSink = (): HeadSink => fileSink(env().AUDIT_HEADS_DIR);

const memory = new SealerMemory();

/** Seals everything that is committed and not sealed yet; says how many entries that were. */
export async function sealAudit(): Promise<number> {
  let count = 0;
  for (;;) {
    const sealed = await transaction((tx) => sealBatch(askThrough(tx), memory));
    count += sealed ?? 0;
    if (sealed === null || sealed < batchLimit) return count;
  }
}

const headsAtATime = 1_000;

/** Hands the heads that are not outside yet to the sink; says how many. */
export async function writeHeads(sink: HeadSink = headSink()): Promise<number> {
  let count = 0;
  for (let newest = await sink.newest(); ;) {
    const heads = await askThrough(db())<Head>(
      `SELECT id::text AS batch, head::text AS head, total::text AS total,
              to_jsonb("sealedAt" AT TIME ZONE 'UTC') #>> '{}' AS "sealedAt"
         FROM "AuditBatch" WHERE id > $1::bigint ORDER BY id LIMIT ${headsAtATime}`,
      newest.toString(),
    );
    const last = heads.at(-1);
    if (!last) return count;
    await sink.keep(heads);
    count += heads.length;
    newest = BigInt(last.batch);
  }
}
