import { expect, test } from "vitest";
import { editGoods } from "./edit-goods";

const [first, second, third] = [
  { subheading: "7102.10", carats: "5.00" },
  { subheading: "7102.21" },
  { subheading: "7102.31", usd: "9.00" },
];
const answers = { hsLines: [first, second, third], seals: ["GK 1"] };
const typed = {
  "hsLines[0].subheading": "7102.10",
  "hsLines[0].carats": "5",
  "hsLines[1].subheading": "7102.21",
  "hsLines[2].subheading": "7102.31",
  "hsLines[2].usd": "9",
};

test("a tariff line is added and taken away; the rest is kept as typed", () => {
  const one = { hsLines: [first], seals: ["GK 1"] };
  const added = editGoods(one, "add:line", {});
  expect(added).toEqual({ answers: { ...one, hsLines: [first, {}] }, place: "line-2" });
  expect(editGoods(answers, "remove:1", typed)).toEqual({
    answers: { ...answers, hsLines: [first, third] },
    place: "line-2",
  });
  expect(editGoods(answers, "next", typed)).toBeNull();
});

test("a line moves up or down, and at the ends not at all", () => {
  const order = (intent: string) => {
    const edited = editGoods(answers, intent, typed);
    return [edited?.answers.hsLines, edited?.place];
  };
  expect(order("up:2")).toEqual([[first, third, second], "line-2"]);
  expect(order("down:0")).toEqual([[second, first, third], "line-2"]);
  expect(order("up:0")).toEqual([[first, second, third], "line-1"]);
  expect(order("down:2")).toEqual([[first, second, third], "line-3"]);
});

test("a button finds its line although an empty one above it is no answer any more", () => {
  const withEmpty = {
    "hsLines[0].subheading": "7102.10",
    "hsLines[1].carats": " ",
    "hsLines[2].subheading": "7102.31",
  };
  const filled = { hsLines: [first, third] };
  expect(editGoods(filled, "remove:2", withEmpty)?.answers.hsLines).toEqual([first]);
  expect(editGoods(filled, "remove:1", withEmpty)?.answers.hsLines).toEqual([first, third]);
  expect(editGoods(filled, "up:2", withEmpty)?.answers.hsLines).toEqual([third, first]);
  expect(editGoods(filled, "up:1", withEmpty)?.answers.hsLines).toEqual([first, third]);
});

test("never a fourth line", () => {
  const full = { hsLines: [{}, {}, {}] };
  expect(editGoods(full, "add:line", {})?.answers).toEqual(full);
});

test("the subheading that the questions led to goes into its line", () => {
  const two = { hsLines: [{ subheading: "7102.10", carats: "5.00" }, { usd: "7.00" }] };
  const sent = { "hsLines[0].subheading": "7102.10", "hsLines[1].usd": "7" };
  const used = editGoods(two, "use:1:7102.31", sent);
  expect(used?.place).toBe("line-2");
  expect(used?.answers).toEqual({
    ...two,
    hsLines: [two.hsLines[0], { usd: "7.00", subheading: "7102.31", polished: "no" }],
  });
  const first = { hsLines: [{ subheading: "7102.21" }] };
  expect(editGoods({}, "use:0:7102.21", {})?.answers).toEqual(first);
  expect(editGoods({ hsLines: [{}] }, "use:0:7102.21", {})?.answers).toEqual(first);
  // A line in which nothing was typed is not among the answers: it is put back where it was.
  const [filled = {}] = two.hsLines;
  const alone = { "hsLines[0].subheading": "7102.10", "hsLines[1].usd": "" };
  expect(editGoods({ hsLines: [filled] }, "use:1:7102.21", alone)?.answers.hsLines).toEqual([
    filled,
    { subheading: "7102.21" },
  ]);
  expect(editGoods(two, "use:0:<script>", sent)).toBeNull();
});

test.each(["up", "remove", "use", "next"])(
  "%s of a line that no page has changes nothing, and at once",
  (verb) => {
    const began = performance.now();
    const edited = editGoods(answers, `${verb}:30000000`, typed);
    expect(edited?.answers ?? answers).toEqual(answers);
    expect(performance.now() - began).toBeLessThan(500);
  },
);
