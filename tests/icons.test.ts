import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const folder = path.resolve("public/icons");

/** A browser shows nothing in the place of a picture that is none, and no page looks wrong to a program. */
it.each(readdirSync(folder))("public/icons/%s is a picture", (name) => {
  const text = readFileSync(path.join(folder, name), "utf8");
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[\d. ]+"/);
  expect(text.trim()).toMatch(/<\/svg>$/);
});
