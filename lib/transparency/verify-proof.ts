import { nodeHash, sameHash, type Hash } from "@/lib/transparency/merkle";

/* The check of proofs: RFC 9162, sections 2.1.3.2 and 2.1.4.2. It answers no to whatever cannot be one. */

const odd = (n: number) => n % 2 === 1;
const half = (n: number) => Math.floor(n / 2);
const isSize = (n: number) => Number.isSafeInteger(n) && n >= 0;

interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether this leaf is at this place of the tree with this head. */
export function includes({ leaf, index, size, root, proof }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (last === 0) return false;
    if (odd(place) || place === last) {
      hash = nodeHash(step, hash);
      while (!odd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, step);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

interface Consistency {
  readonly older: { readonly size: number; readonly root: Hash };
  readonly newer: { readonly size: number; readonly root: Hash };
  readonly proof: readonly Hash[];
}

/** Whether the newer tree begins with everything that the older one holds. */
export function goesOn({ older, newer, proof }: Consistency): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false;
  if (older.size === 0) return proof.length === 0;
  if (older.size === newer.size) return proof.length === 0 && sameHash(older.root, newer.root);
  const wholeTree = Number.isInteger(Math.log2(older.size));
  const [start, ...steps] = wholeTree ? [older.root, ...proof] : proof;
  if (!start) return false;
  let [place, last] = [older.size - 1, newer.size - 1];
  while (odd(place)) [place, last] = [half(place), half(last)];
  let [before, after] = [start, start];
  for (const step of steps) {
    if (last === 0) return false;
    if (odd(place) || place === last) {
      before = nodeHash(step, before);
      after = nodeHash(step, after);
      while (!odd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else after = nodeHash(after, step);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(before, older.root) && sameHash(after, newer.root);
}
