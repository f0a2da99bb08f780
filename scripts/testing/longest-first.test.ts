import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { longest } from "./longest-first";

it.each(longest)("%s is still there", (file) => {
  expect(existsSync(file)).toBe(true);
});
