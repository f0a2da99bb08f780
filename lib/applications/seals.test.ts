import { expect, it } from "vitest";
import { repeatedSeals } from "@/lib/applications/seals";

it("names the place of every seal that was given before, and of the first one", () => {
  expect(repeatedSeals(["GK-1", "GK 2", "gk1", "GK2", "GK–1", "GK 3"])).toEqual([
    { place: 3, first: 1 },
    { place: 4, first: 2 },
    { place: 5, first: 1 },
  ]);
  expect(repeatedSeals(["GK-1", "GK-2"])).toEqual([]);
});
