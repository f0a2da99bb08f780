import type { Ask } from "@/lib/ask";
import type { TreeHead } from "@/lib/transparency/checkpoint";
import {
  planRoot,
  rootOf,
  type Hash,
  type Nodes,
  type Place,
  type ProofPlan,
} from "@/lib/transparency/merkle";

/** How many entries are committed. Their places follow the commits: none below can appear later. */
export async function readSize(ask: Ask): Promise<number> {
  const [row] = await ask<{ size: string }>(
    `SELECT (coalesce(max(index) + 1, 0))::text AS size FROM "LogEntry"`,
  );
  return Number(row?.size);
}

const keyOf = ({ level, index }: Place) => `${level}/${index}`;

async function readNodes(ask: Ask, places: readonly Place[]): Promise<Nodes> {
  const rows = await ask<{ level: number; index: string; hash: string }>(
    `SELECT level, index::text AS index, encode(hash, 'hex') AS hash FROM "LogNode"
      WHERE (level, index) IN (SELECT * FROM unnest($1::int[], $2::bigint[]))`,
    places.map(({ level }) => level),
    places.map(({ index }) => index.toString()),
  );
  const known = new Map(
    rows.map(({ level, index, hash }) => [
      keyOf({ level, index: Number(index) }),
      Buffer.from(hash, "hex"),
    ]),
  );
  return (place) => {
    const hash = known.get(keyOf(place));
    if (!hash) throw new Error(`The log has no hash at ${keyOf(place)}.`);
    return hash;
  };
}

/** The hashes of a proof. The hashes of a log are never changed, so no transaction is needed around them. */
export async function readProofHashes(ask: Ask, plan: ProofPlan): Promise<Hash[]> {
  return plan.hashes(await readNodes(ask, plan.places));
}

/** The head of the tree over the first `size` entries. */
export async function readHead(ask: Ask, size: number): Promise<TreeHead> {
  return { size, root: rootOf(size, await readNodes(ask, planRoot(size).places)) };
}
