import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  leafHash,
  nodeHash,
  planConsistency,
  planInclusion,
  rootOf,
  type Hash,
  type Place,
} from "./merkle";
import { goesOn, includes } from "./verify-proof";

/* The trees that Certificate Transparency publishes for RFC 6962: eight leaves, their heads, and some proofs. */

const published = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => Buffer.from(hex, "hex"));
const heads = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const a = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const b = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const c = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const d = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const e = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const f = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

const hex = (hash: Hash) => Buffer.from(hash).toString("hex");
const head = (size: number) => Buffer.from(heads[size - 1] ?? "", "hex");

/** The tree as RFC 6962 defines it, word for word: it shares no code with what is tried here. */
function head6962(leaves: readonly Uint8Array[]): Buffer {
  const sha256 = (...parts: Uint8Array[]) =>
    createHash("sha256").update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha256();
  const [only] = leaves;
  if (leaves.length === 1 && only) return sha256(Buffer.of(0), only);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), head6962(leaves.slice(0, k)), head6962(leaves.slice(k)));
}

/** Every whole subtree over these leaves. */
function nodesOver(leaves: readonly Uint8Array[]) {
  const levels: Hash[][] = [leaves.map(leafHash)];
  for (let level = levels[0] ?? []; level.length > 1; levels.push(level)) {
    level = Array.from({ length: Math.floor(level.length / 2) }, (_, i) =>
      nodeHash(level[2 * i] as Hash, level[2 * i + 1] as Hash),
    );
  }
  return ({ level, index }: Place): Hash => {
    const found = levels[level]?.[index];
    if (!found)
      throw new Error(`a tree of ${leaves.length} has no whole subtree ${level}/${index}`);
    return found;
  };
}

const inclusion = (leaves: readonly Uint8Array[], index: number, size: number) =>
  planInclusion(index, size).hashes(nodesOver(leaves.slice(0, size)));
const consistency = (leaves: readonly Uint8Array[], older: number, size: number) =>
  planConsistency(older, size).hashes(nodesOver(leaves.slice(0, size)));

describe("the published trees", () => {
  it("have the published heads", () => {
    expect(hex(rootOf(0, nodesOver([])))).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    for (let size = 1; size <= 8; size += 1) {
      expect(hex(rootOf(size, nodesOver(published.slice(0, size))))).toBe(heads[size - 1]);
    }
  });

  it.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [a, b, c] },
    { index: 5, size: 8, proof: [d, e, heads[3]] },
    { index: 2, size: 3, proof: [heads[1]] },
    { index: 1, size: 5, proof: [heads[0], b, d] },
  ])("prove that leaf $index is in the tree of $size", ({ index, size, proof }) => {
    const made = inclusion(published, index, size);
    expect(made.map(hex)).toEqual(proof);
    const leaf = leafHash(published[index] ?? Buffer.of());
    expect(includes({ leaf, index, size, root: head(size), proof: made })).toBe(true);
  });

  it.each([
    { older: 1, size: 1, proof: [] },
    { older: 1, size: 8, proof: [a, b, c] },
    { older: 6, size: 8, proof: [f, e, heads[3]] },
    { older: 2, size: 5, proof: [b, d] },
  ])("prove that the tree of $size goes on from that of $older", ({ older, size, proof }) => {
    const made = consistency(published, older, size);
    expect(made.map(hex)).toEqual(proof);
    const trees = {
      older: { size: older, root: head(older) },
      newer: { size, root: head(size) },
    };
    expect(goesOn({ ...trees, proof: made })).toBe(true);
  });
});

const leavesOf = (size: number) => Array.from({ length: size }, (_, i) => Buffer.from(`leaf ${i}`));

it("proves every leaf of every tree up to 70, and nothing else", () => {
  let proved = 0;
  for (let size = 1; size <= 70; size += 1) {
    const leaves = leavesOf(size);
    const nodes = nodesOver(leaves);
    const root = head6962(leaves);
    expect(hex(rootOf(size, nodes))).toBe(hex(root));
    for (let index = 0; index < size; index += 1) {
      const proof = planInclusion(index, size).hashes(nodes);
      const right = { leaf: leafHash(leaves[index] ?? Buffer.of()), index, size, root, proof };
      expect(includes(right)).toBe(true);
      proved += 1;
      const wrong = [
        { ...right, index: index + 1 },
        { ...right, index: index - 1 },
        { ...right, index: size },
        { ...right, index: index + 0.5 },
        { ...right, leaf: leafHash(Buffer.from("another")) },
        { ...right, root: randomBytes(32) },
        { ...right, proof: [...proof, randomBytes(32)] },
        ...proof.map((_, at) => ({ ...right, proof: proof.toSpliced(at, 1) })),
        ...proof.map((_, at) => ({ ...right, proof: proof.with(at, randomBytes(32)) })),
      ];
      if (wrong.some(includes)) expect(wrong.filter(includes)).toEqual([]);
    }
  }
  expect(proved).toBeGreaterThanOrEqual(2_000);
});

it("proves every tree up to 70 from every one before it, and nothing else", () => {
  let proved = 0;
  const roots = Array.from({ length: 71 }, (_, size) => head6962(leavesOf(size)));
  const rootAt = (size: number) => roots[size] ?? Buffer.of();
  for (let size = 1; size <= 70; size += 1) {
    const nodes = nodesOver(leavesOf(size));
    for (let older = 0; older <= size; older += 1) {
      const proof = planConsistency(older, size).hashes(nodes);
      const newer = { size, root: rootAt(size) };
      const right = { older: { size: older, root: rootAt(older) }, newer, proof };
      expect(goesOn(right)).toBe(true);
      proved += 1;
      const wrong = [
        { ...right, proof: [...proof, randomBytes(32)] },
        { ...right, older: { size: size + 1, root: rootAt(older) } },
        { ...right, older: { size: -1, root: rootAt(older) } },
        ...(older === 0
          ? []
          : [
              { ...right, older: { size: older, root: randomBytes(32) } },
              { ...right, newer: { size, root: randomBytes(32) } },
            ]),
        ...proof.map((_, at) => ({ ...right, proof: proof.toSpliced(at, 1) })),
        ...proof.map((_, at) => ({ ...right, proof: proof.with(at, randomBytes(32)) })),
      ];
      if (wrong.some(goesOn)) expect(wrong.filter(goesOn)).toEqual([]);
    }
  }
  expect(proved).toBeGreaterThanOrEqual(2_000);
});

it("holds for trees of any size and any leaves", () => {
  const tree = fc
    .array(fc.uint8Array({ maxLength: 40 }), { minLength: 2, maxLength: 400 })
    .chain((leaves) =>
      fc.record({
        leaves: fc.constant(leaves),
        index: fc.nat(leaves.length - 1),
        older: fc.integer({ min: 1, max: leaves.length }),
        bit: fc.nat(255),
      }),
    );
  fc.assert(
    fc.property(tree, ({ leaves, index, older, bit }) => {
      const size = leaves.length;
      const nodes = nodesOver(leaves);
      const root = head6962(leaves);
      const leaf = leafHash(leaves[index] ?? Buffer.of());
      const proof = planInclusion(index, size).hashes(nodes);
      expect(includes({ leaf, index, size, root, proof })).toBe(true);
      const flipped = Uint8Array.from(root);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(includes({ leaf, index, size, root: flipped, proof })).toBe(false);
      const trees = {
        older: { size: older, root: head6962(leaves.slice(0, older)) },
        newer: { size, root },
      };
      const steps = planConsistency(older, size).hashes(nodes);
      expect(goesOn({ ...trees, proof: steps })).toBe(true);
      expect(goesOn({ ...trees, newer: { size, root: flipped }, proof: steps })).toBe(false);
    }),
    { numRuns: 150 },
  );
});
