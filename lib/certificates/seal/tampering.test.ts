import { expect, it } from "vitest";
import { fromHex } from "@/lib/certificates/seal/bytes";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import vectors from "@/lib/certificates/seal/vectors/kpc-1.json";
import { verifySeal } from "@/lib/certificates/seal/verify";

const keys = (await keyListOf(vectors.keys)) ?? new Map();
const seal = fromHex(vectors.good[0]?.seal ?? "");
const accepted = async (bytes: Uint8Array) => {
  const { integrity } = await verifySeal(bytes, {
    keys,
    now: new Date(vectors.now),
    statusOf: () => null,
  });
  return integrity === "intact";
};

it("accepts the seal itself", async () => {
  expect(await accepted(seal)).toBe(true);
});

it("refuses every seal with one bit turned", async () => {
  const taken: string[] = [];
  for (let bit = 0; bit < seal.length * 8; bit++) {
    const turned = Uint8Array.from(seal);
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if (await accepted(turned)) taken.push(`bit ${bit}`);
  }
  expect(taken).toEqual([]);
});

it("refuses every beginning of a seal, and every end", async () => {
  const taken: string[] = [];
  for (let length = 0; length < seal.length; length++) {
    if (await accepted(seal.slice(0, length))) taken.push(`the first ${length}`);
    if (await accepted(seal.slice(seal.length - length))) taken.push(`the last ${length}`);
  }
  expect(taken).toEqual([]);
});
