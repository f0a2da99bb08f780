import { openCheckpoint } from "@/lib/transparency/checkpoint";
import { leafHash, type Hash } from "@/lib/transparency/merkle";
import type { VerifierKey } from "@/lib/transparency/signed-note";
import { includes } from "@/lib/transparency/verify-proof";

/* Proofs that are kept and checked without the portal (c2sp.org/tlog-proof@v1): the entry itself is in `extra`. */

interface Proof {
  readonly entry: string;
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** A checkpoint of a tree that holds the entry, as it was signed. */
  readonly checkpoint: string;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

export function writeProof({ entry, index, hashes, checkpoint }: Proof): string {
  const lines = [
    "c2sp.org/tlog-proof@v1",
    `extra ${base64(Buffer.from(entry))}`,
    `index ${index}`,
    ...hashes.map(base64),
  ];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/** The entry and its place, if the file proves under one of these keys that the log holds it; else null. */
export function readProof(
  file: string,
  keys: readonly VerifierKey[],
): { readonly entry: string; readonly index: number } | null {
  const found =
    /^c2sp\.org\/tlog-proof@v1\nextra ([A-Za-z0-9+/]+={0,2})\nindex (0|[1-9]\d{0,15})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n/.exec(
      file,
    );
  const [whole = "", extra = "", place = "", hashes = ""] = found ?? [];
  const head = found && openCheckpoint(file.slice(whole.length), keys);
  if (!head) return null;
  const [entry, index] = [Buffer.from(extra, "base64"), Number(place)];
  const proof = hashes
    .split("\n")
    .slice(0, -1)
    .map((line) => Buffer.from(line, "base64"));
  const proved = includes({ leaf: leafHash(entry), index, ...head, proof });
  return proved ? { entry: entry.toString(), index } : null;
}
