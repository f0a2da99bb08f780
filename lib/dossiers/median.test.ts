import { expect, it } from "vitest";
import { median } from "./median";

it.each([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[480, 3, 60], 60],
  [[1, 2, 3, 100], 2.5],
])("of %j is %j", (figures, middle) => {
  expect(median(figures)).toBe(middle);
});
