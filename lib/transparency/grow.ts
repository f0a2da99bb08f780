import { leafHash, nodeHash, rootOf, type Hash, type Place } from "@/lib/transparency/merkle";

/** A tree that is made anew from its entries, one by one; it remembers no more than one hash of each level. */
export class GrowingTree {
  size = 0;
  /** Of each level the last whole subtree whose neighbour on the right is still to come. */
  private readonly open: Hash[] = [];

  /** Adds an entry; says the hashes that it completes, the leaf's first. */
  add(entry: Uint8Array): { readonly place: Place; readonly hash: Hash }[] {
    let [hash, level, index] = [leafHash(entry), 0, this.size];
    const completed = [{ place: { level, index }, hash }];
    while (index % 2 === 1) {
      hash = nodeHash(this.open[level] ?? hash, hash);
      [level, index] = [level + 1, (index - 1) / 2];
      completed.push({ place: { level, index }, hash });
    }
    this.open[level] = hash;
    this.size += 1;
    return completed;
  }

  root(): Hash {
    return rootOf(this.size, ({ level }) => {
      const hash = this.open[level];
      if (!hash) throw new Error("A tree has a hash of every level that its size asks for.");
      return hash;
    });
  }
}
