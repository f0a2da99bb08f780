import type { Ask } from "@/lib/ask";
import { entryTexts, type EntryTexts } from "@/lib/audit/canonical";

type Sealed = EntryTexts & {
  eventId: string;
  batchId: string;
  position: number;
  rowHash: string;
};

/** Entries that are in memory at a time. */
const page = 2_000;

/** The sealed entries in the order of the chain, a page at a time across batches. */
export class SealedRows {
  private waiting: Sealed[] = [];
  private place: { batch: string; position: number };
  private ended = false;
  private readonly ask: Ask;

  constructor(ask: Ask, from: bigint) {
    this.ask = ask;
    this.place = { batch: (from - 1n).toString(), position: 2 ** 31 - 1 };
  }

  async peek(): Promise<Sealed | undefined> {
    if (this.waiting.length === 0 && !this.ended) {
      const found = await this.ask<Sealed>(
        `SELECT s."eventId"::text AS "eventId", s."batchId"::text AS "batchId", s.position,
                encode(s."rowHash", 'hex') AS "rowHash", ${entryTexts}
           FROM "AuditSeal" s LEFT JOIN "Event" e ON e.id = s."eventId"
          WHERE (s."batchId", s.position) > ($1::bigint, $2::int)
          ORDER BY s."batchId", s.position LIMIT ${page}`,
        this.place.batch,
        this.place.position,
      );
      this.waiting = found.reverse();
      this.ended = found.length < page;
      const last = found[0];
      if (last) this.place = { batch: last.batchId, position: last.position };
    }
    return this.waiting.at(-1);
  }

  take(): void {
    this.waiting.pop();
  }
}
