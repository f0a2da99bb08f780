import type { Ask } from "@/lib/ask";
import { openCheckpoint, type TreeHead } from "@/lib/transparency/checkpoint";
import { subjectOf } from "@/lib/transparency/entry";
import { GrowingTree } from "@/lib/transparency/grow";
import { sameHash, type Hash, type Place } from "@/lib/transparency/merkle";
import type { VerifierKey } from "@/lib/transparency/signed-note";

/** The first thing that is wrong, with the row, or the rows among which one was changed. */
export type Wrong =
  | {
      readonly what: "entryMissing" | "entryChanged" | "subjectChanged" | "trailChanged";
      readonly index: number;
    }
  | ({ readonly what: "hashChanged" } & Place)
  | { readonly what: "hashAdded" }
  | { readonly what: "notSigned"; readonly note: string }
  | { readonly what: "cutOff"; readonly size: number }
  /** Somewhere from `from` up to but not with `size`; the stored hashes were made anew with it. */
  | { readonly what: "madeAnew"; readonly from: number; readonly size: number };

export interface Monitored {
  readonly wrong: Wrong | null;
  readonly entries: number;
  readonly root: Hash;
  /** Checkpoints that were given and are borne out, and the size of the largest. */
  readonly compared: number;
  readonly upTo: number;
}

/** Entries that are in memory at a time. */
const page = 2_000;

/**
 * Makes the tree anew from the rows, and compares it with the hashes that are stored, with every checkpoint
 * that is stored and with every one that somebody kept. Changes nothing.
 */
export async function monitor(
  ask: Ask,
  keys: readonly VerifierKey[],
  kept: readonly string[],
): Promise<Monitored> {
  const stored = await ask<{ note: string }>(`SELECT note FROM "LogCheckpoint" ORDER BY hour`);
  const walk = new Walk(ask);
  let wrong: Wrong | null = null;
  const heads: TreeHead[] = [];
  for (const note of [...kept, ...stored.map((row) => row.note)]) {
    const head = openCheckpoint(note, keys);
    if (head) heads.push(head);
    else wrong ??= { what: "notSigned", note };
  }
  wrong = (await walk.wrong(heads)) ?? wrong ?? (await hashAdded(ask, walk.tree.size));
  const proved = kept.filter((note) => {
    const head = openCheckpoint(note, keys);
    return head !== null && head.size <= walk.proved;
  });
  return {
    wrong: wrong ?? (await trailChanged(ask)),
    entries: walk.tree.size,
    root: walk.tree.root(),
    compared: proved.length,
    upTo: proved.length > 0 ? walk.largest(proved, keys) : 0,
  };
}

interface Row {
  readonly index: string;
  readonly entry: string;
  readonly subject: string;
}

const keyOf = ({ level, index }: Place) => `${level}/${index}`;

/** A walk along the entries. */
class Walk {
  readonly tree = new GrowingTree();
  /** Up to here checkpoints bear the entries out. */
  proved = 0;
  private readonly ask: Ask;

  constructor(ask: Ask) {
    this.ask = ask;
  }

  largest(notes: readonly string[], keys: readonly VerifierKey[]): number {
    return Math.max(...notes.map((note) => openCheckpoint(note, keys)?.size ?? 0));
  }

  async wrong(heads: readonly TreeHead[]): Promise<Wrong | null> {
    const bySize = heads.toSorted((one, other) => one.size - other.size);
    for (;;) {
      const differs = this.differs(bySize);
      if (differs) return differs;
      const rows = await this.ask<Row>(
        `SELECT e.index::text AS index, e.entry, encode(e.subject, 'hex') AS subject FROM "LogEntry" e
          WHERE e.index >= $1::bigint ORDER BY e.index LIMIT ${page}`,
        this.tree.size.toString(),
      );
      const hashes = await this.hashes(rows.length);
      for (const row of rows) {
        const wrong = this.wrongRow(row, hashes) ?? this.differs(bySize);
        if (wrong) return wrong;
      }
      if (rows.length < page) break;
    }
    const [beyond] = bySize;
    return beyond ? { what: "cutOff", size: beyond.size } : null;
  }

  /** Takes the checkpoints of this size out of the list. */
  private differs(bySize: TreeHead[]): Wrong | null {
    const { size } = this.tree;
    for (let next = bySize[0]; next?.size === size; next = bySize[0]) {
      if (!sameHash(next.root, this.tree.root()))
        return { what: "madeAnew", from: this.proved, size };
      bySize.shift();
      this.proved = size;
    }
    return null;
  }

  private wrongRow(
    { index, entry, subject }: Row,
    hashes: ReadonlyMap<string, string>,
  ): Wrong | null {
    const at = this.tree.size;
    if (index !== at.toString()) return { what: "entryMissing", index: at };
    for (const { place, hash } of this.tree.add(Buffer.from(entry))) {
      if (hashes.get(keyOf(place)) === Buffer.from(hash).toString("hex")) continue;
      return place.level === 0
        ? { what: "entryChanged", index: at }
        : { what: "hashChanged", ...place };
    }
    const right = subjectOf(entry)?.toString("hex") === subject;
    return right ? null : { what: "subjectChanged", index: at };
  }

  /** The stored hashes that the next entries complete. */
  private async hashes(count: number): Promise<ReadonlyMap<string, string>> {
    const { size } = this.tree;
    const rows = await this.ask<{ level: number; index: string; hash: string }>(
      `SELECT n.level, n.index::text AS index, encode(n.hash, 'hex') AS hash
         FROM generate_series(0, 52) l
         JOIN "LogNode" n ON n.level = l AND n.index BETWEEN $1::bigint >> l AND ($2::bigint >> l) - 1`,
      size.toString(),
      (size + count).toString(),
    );
    return new Map(
      rows.map((row) => [keyOf({ level: row.level, index: Number(row.index) }), row.hash]),
    );
  }
}

/** A stored hash that no entry made. */
async function hashAdded(ask: Ask, size: number): Promise<Wrong | null> {
  const [row] = await ask<{ more: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "LogNode" WHERE level < 0 OR index < 0 OR level > 52
                       OR (index + 1)::numeric * power(2::numeric, level) > $1::numeric) AS more`,
    size.toString(),
  );
  return row?.more ? { what: "hashAdded" } : null;
}

/** An entry for a batch of the audit trail that is not, or no longer, the trail's. */
async function trailChanged(ask: Ask): Promise<Wrong | null> {
  const [row] = await ask<{ index: string | null }>(
    `SELECT min(e.index)::text AS index FROM "LogEntry" e
      WHERE e.entry LIKE '{"t":"audit"%'
        AND NOT EXISTS (SELECT 1 FROM "AuditBatch" b WHERE b.head = encode(e.subject, 'hex')::char(64))`,
  );
  return row?.index ? { what: "trailChanged", index: Number(row.index) } : null;
}
