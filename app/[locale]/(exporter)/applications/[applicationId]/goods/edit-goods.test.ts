import { expect, test } from "vitest";
import { editGoods } from "./edit-goods";

const typed = { hsLines: [{ subheading: "7102.10", carats: "5.00" }], seals: ["GK 1"] };

test("a tariff line is added and taken away; the rest is kept as typed", () => {
  const added = editGoods(typed, "add:line");
  expect(added).toEqual({
    answers: { ...typed, hsLines: [...typed.hsLines, {}] },
    place: "line-2",
  });
  expect(editGoods(added?.answers ?? {}, "remove:1")?.answers).toEqual(typed);
  expect(editGoods(typed, "next")).toBeNull();
});

test("never a fourth line", () => {
  const full = { hsLines: [{}, {}, {}] };
  expect(editGoods(full, "add:line")?.answers).toEqual(full);
});

test("the subheading that the questions led to goes into its line", () => {
  const two = { ...typed, hsLines: [{ subheading: "7102.10", carats: "5.00" }, { usd: "7.00" }] };
  const used = editGoods(two, "use:1:7102.31");
  expect(used?.place).toBe("line-2");
  expect(used?.answers).toEqual({
    ...two,
    hsLines: [two.hsLines[0], { usd: "7.00", subheading: "7102.31", polished: "no" }],
  });
  expect(editGoods({}, "use:0:7102.21")?.answers).toEqual({ hsLines: [{ subheading: "7102.21" }] });
  expect(editGoods(two, "use:0:<script>")).toBeNull();
});
