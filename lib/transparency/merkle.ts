import { createHash } from "node:crypto";

/*
 * The Merkle tree of RFC 6962, section 2: what is hashed, and which hashes prove what. Its proofs and their
 * check follow RFC 9162, sections 2.1.3 and 2.1.4, which prove the same.
 */

export type Hash = Uint8Array;

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A leaf can never be taken for a node: they begin with another byte. */
export const leafHash = (entry: Uint8Array): Hash => sha256(Uint8Array.of(0), entry);
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(Uint8Array.of(1), left, right);

export const sameHash = (one: Hash, other: Hash): boolean => Buffer.compare(one, other) === 0;

/** A whole subtree: of 2^level leaves, the `index`-th of its level from the left. */
export interface Place {
  readonly level: number;
  readonly index: number;
}

/** The leaves from `from` up to but not with `to`. */
type Leaves = readonly [from: number, to: number];

/** The hash of every whole subtree that a tree of that size holds. */
export type Nodes = (place: Place) => Hash;

/** The largest power of two that is smaller than `size`. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The whole subtrees of which some leaves consist, left to right. `from` is where such leaves begin in a tree. */
function places([from, to]: Leaves): Place[] {
  const found: Place[] = [];
  let [level, width] = [0, 1];
  while (width * 2 <= to - from) [level, width] = [level + 1, width * 2];
  for (let at = from; at < to; [level, width] = [level - 1, width / 2]) {
    if (at + width > to) continue;
    found.push({ level, index: at / width });
    at += width;
  }
  return found;
}

function hashOf(leaves: Leaves, nodes: Nodes): Hash {
  const [last, ...others] = places(leaves).map(nodes).reverse();
  return last ? others.reduce((right, left) => nodeHash(left, right), last) : sha256();
}

/** The head of a tree of that size. */
export const rootOf = (size: number, nodes: Nodes): Hash => hashOf([0, size], nodes);

/** RFC 6962, PATH(index, D[from:to]), as the leaves whose hashes it gives. */
function path(index: number, [from, to]: Leaves): Leaves[] {
  if (to - from <= 1) return [];
  const middle = from + split(to - from);
  return index < middle
    ? [...path(index, [from, middle]), [middle, to]]
    : [...path(index, [middle, to]), [from, middle]];
}

/** RFC 6962, SUBPROOF(older, D[from:to], whole). */
function subproof(older: number, [from, to]: Leaves, whole: boolean): Leaves[] {
  if (older === to) return whole ? [] : [[from, to]];
  const middle = from + split(to - from);
  return older <= middle
    ? [...subproof(older, [from, middle], whole), [middle, to]]
    : [...subproof(older, [middle, to], false), [from, middle]];
}

/** A proof before its hashes are known: which subtrees must be read, and what is made of them. */
export interface ProofPlan {
  readonly places: readonly Place[];
  hashes(nodes: Nodes): Hash[];
}

const planOf = (proof: readonly Leaves[]): ProofPlan => ({
  places: proof.flatMap(places),
  hashes: (nodes) => proof.map((leaves) => hashOf(leaves, nodes)),
});

export const planRoot = (size: number): ProofPlan => planOf(size === 0 ? [] : [[0, size]]);

/** That a leaf is in a tree. `index` is below `size`. */
export const planInclusion = (index: number, size: number): ProofPlan =>
  planOf(path(index, [0, size]));

/** That a tree begins with an older one. `older` is at most `size`; of an empty tree there is nothing to prove. */
export const planConsistency = (older: number, size: number): ProofPlan =>
  planOf(older === 0 ? [] : subproof(older, [0, size], true));
