import type { Ask } from "@/lib/ask";
import type { Broken } from "@/lib/audit/verify";

/** A line of the file of heads; null where it cannot be read. */
export type HeadLine = { readonly batch: string; readonly head: string } | null;

/** How far the heads that are kept outside the database bear the chain out. */
export interface OutsideHeads {
  readonly broken: Broken | null;
  readonly compared: number;
  /** The newest batch whose head is outside; what comes after could have been made anew. */
  readonly upTo: string;
  readonly unreadable: number;
}

const page = 1_000;

/** Compares every head outside with the one of its batch, a page at a time. */
export async function checkHeads(
  ask: Ask,
  lines: AsyncIterable<HeadLine>,
  { start, end, whole }: { start: bigint; end: bigint; whole: boolean },
): Promise<OutsideHeads> {
  const found = { broken: null as Broken | null, compared: 0, upTo: 0n, unreadable: 0 };
  let waiting: NonNullable<HeadLine>[] = [];
  const compare = async () => {
    const rows = await ask<{ id: string; head: string }>(
      `SELECT id::text AS id, head::text AS head FROM "AuditBatch" WHERE id = ANY ($1::bigint[])`,
      waiting.map(({ batch }) => batch),
    );
    const heads = new Map(rows.map(({ id, head }) => [id, head]));
    for (const { batch, head } of waiting) {
      const here = heads.get(batch);
      if (here === head) {
        found.compared += 1;
        if (BigInt(batch) > found.upTo) found.upTo = BigInt(batch);
      } else {
        const what = here === undefined ? "headWithoutBatch" : "headDiffers";
        found.broken ??= { what, batch, entry: null };
      }
    }
    waiting = [];
  };
  for await (const line of lines) {
    if (line === null) {
      found.unreadable += 1;
      continue;
    }
    const batch = BigInt(line.batch);
    // Of a part of the chain only its own heads; of the whole also those beyond its end: it was cut.
    if (batch < start || (batch > end && !whole)) continue;
    waiting.push(line);
    if (waiting.length >= page) await compare();
  }
  await compare();
  return { ...found, upTo: found.upTo.toString() };
}
