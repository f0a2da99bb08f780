import { expect, it } from "vitest";
import { inTurn } from "@/lib/receiving/turns";

it("lets nobody hold more than some connections open, and others come to their turn all the same", async () => {
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (finish = resolve));
  // Three under way and twenty that wait are a person's most.
  const taken = Array.from({ length: 23 }, () => inTurn("one", () => held));
  expect(await inTurn("one", () => Promise.resolve("more"))).toEqual({ busy: "person" });
  expect(await inTurn("two", () => Promise.resolve("theirs"))).toEqual({ done: "theirs" });
  finish();
  expect(await Promise.all(taken)).toEqual(Array(23).fill({ done: undefined }));
  expect(await inTurn("one", () => Promise.resolve("again"))).toEqual({ done: "again" });
});
