import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/* docs/ux.md names tests that are there. */

const rows = readFileSync("docs/ux.md", "utf8")
  .split("\n")
  .map((line) => /^\| (\d+) +\| (.+?) +\| (.+?) +\|$/.exec(line))
  .flatMap((found) => (found ? [{ n: Number(found[1]), proof: found[3] ?? "" }] : []));

const named = rows.flatMap(({ n, proof }) =>
  [...proof.matchAll(/`([^`]+)` “([^”]+)”/g)].map(
    ([, file = "", title = ""]) => [n, file, title] as const,
  ),
);

it("has a row for every point of an applicant", () => {
  const upTo31 = Array.from({ length: 31 }, (_, i) => i + 1);
  expect(rows.map(({ n }) => n)).toEqual([...upTo31, 33, 41, 42, 43]);
});

it("has a test or a reason in every row", () => {
  const neither = rows.filter(
    ({ n, proof }) => !/Not yet: .{20}/.test(proof) && !named.some(([row]) => row === n),
  );
  expect(neither).toEqual([]);
});

it.each(named)("%i: %s has “%s”", (_n, file, title) => {
  expect(existsSync(file), file).toBe(true);
  const source = readFileSync(file, "utf8");
  const called = ['"', "`"].map((quote) => `${quote}${title}${quote}`);
  expect(called.some((text) => isCalled(source, text))).toBe(true);
});

/** Whether a test, not only some text, has this title. */
function isCalled(source: string, title: string): boolean {
  const parts = source.split(title);
  // test(…, it(…, it.each(…)(…
  return parts.slice(0, -1).some((before) => /(?:\b(?:it|test)\(|\)\()\s*$/.test(before));
}
