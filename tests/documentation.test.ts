import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/* What the pages for developers and operators point to is there, and what they list is all there is. */

const decisions = readdirSync("docs/decisions").filter((name) => /^\d{3}-/.test(name));
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs").map((name) => `docs/${name}`),
  ...decisions.map((name) => `docs/decisions/${name}`),
].filter((page) => page.endsWith(".md"));

const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, first = ""]) => first);

it.each(pages)("%s links to files that are there", (page) => {
  const links = found(readFileSync(page, "utf8"), /\]\((?!https?:)([^)#]+)[^)]*\)/g);
  const missing = links.filter((link) => !existsSync(path.join(path.dirname(page), link)));
  expect(missing).toEqual([]);
});

it("numbers the decisions without a gap, and each calls itself by its number", () => {
  const numbers = decisions.map((name) => name.slice(0, 3));
  expect(numbers).toEqual(numbers.map((_, n) => String(n + 1).padStart(3, "0")));
  const titles = decisions.map((name) => readFileSync(`docs/decisions/${name}`, "utf8"));
  expect(titles.map((text) => text.slice(2, 5))).toEqual(numbers);
});

it("says to operators what every job of the worker does", () => {
  const jobs = found(readFileSync("lib/jobs/tasks.ts", "utf8"), /^ {2}(\w+): \(/gm);
  const table = readFileSync("docs/operations.md", "utf8").match(/\| Job .*?\n\n/s)?.[0] ?? "";
  const told = table.split("\n").flatMap((row) => found(row.split("|")[1] ?? "", /`(\w+)`/g));
  expect(told.toSorted()).toEqual(jobs.toSorted());
});
