import "server-only";
import { askThrough } from "@/lib/ask";
import { db } from "@/lib/db";
import { planConsistency, planInclusion, type Hash } from "@/lib/transparency/merkle";
import { readProofHashes } from "@/lib/transparency/read-tree";
import { writeProof } from "@/lib/transparency/tlog-proof";

/** The newest checkpoint; null before the first. */
export async function findCheckpoint(): Promise<{ size: number; note: string } | null> {
  const found = await db().logCheckpoint.findFirst({ orderBy: { hour: "desc" } });
  return found && { size: Number(found.size), note: found.note };
}

/**
 * The proof, as a file to keep, that an entry with this seal, or this head of the trail, is in the log: the
 * first such entry, which of a certificate is its issue. "waiting": no checkpoint holds it yet.
 */
export async function findProof(
  subject: string,
): Promise<{ readonly file: string } | "waiting" | null> {
  if (!/^[0-9a-f]{64}$/.test(subject)) return null;
  const found = await db().logEntry.findFirst({
    where: { subject: Buffer.from(subject, "hex") },
    orderBy: { index: "asc" },
  });
  if (!found) return null;
  const index = Number(found.index);
  const checkpoint = await findCheckpoint();
  if (!checkpoint || checkpoint.size <= index) return "waiting";
  const hashes = await readProofHashes(askThrough(db()), planInclusion(index, checkpoint.size));
  return { file: writeProof({ entry: found.entry, index, hashes, checkpoint: checkpoint.note }) };
}

/** The proof that the tree of `to` entries begins with that of `from`; null where no checkpoint reaches so far. */
export async function findConsistency(from: number, to: number): Promise<Hash[] | null> {
  const size = (await findCheckpoint())?.size ?? -1;
  if (from > to || to > size) return null;
  return readProofHashes(askThrough(db()), planConsistency(from, to));
}
