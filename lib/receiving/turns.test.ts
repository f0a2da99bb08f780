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

/** Work that goes on until it is let go. */
function held() {
  const ends: (() => void)[] = [];
  const work = new Promise<string>((resolve) => ends.push(() => resolve("done")));
  return { work: () => work, end: () => ends[0]?.() };
}

it("lets a person have three at a time, and says who has too many where one would wait for long", async () => {
  const mine = Array.from({ length: 3 }, held);
  const running = mine.map(({ work }) => inTurn("me", work));
  expect(await inTurn("me", () => Promise.resolve(), 5)).toEqual({ busy: "person" });
  expect(await inTurn("you", () => Promise.resolve("at once"))).toEqual({ done: "at once" });

  const later = inTurn("me", () => Promise.resolve("later"));
  mine[0]?.end();
  expect(await later).toEqual({ done: "later" });
  for (const { end } of mine) end();
  expect(await Promise.all(running)).toEqual(mine.map(() => ({ done: "done" })));
});

it("lets a process have eight at a time, whoever they are of", async () => {
  const all = Array.from({ length: 8 }, held);
  const running = all.map(({ work }, n) => inTurn(`person ${n % 4}`, work));
  expect(await inTurn("another", () => Promise.resolve(), 5)).toEqual({ busy: "portal" });
  for (const { end } of all) end();
  await Promise.all(running);
  expect(await inTurn("another", () => Promise.resolve(1), 5)).toEqual({ done: 1 });
});

it("gives a turn back where the work fails", async () => {
  for (let n = 0; n < 4; n += 1) {
    await expect(inTurn("me", () => Promise.reject(new Error("no")), 5)).rejects.toThrow("no");
  }
});
