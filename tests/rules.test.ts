import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rules } from "@/lib/applications/rules/engine";
import type { RuleId } from "@/lib/applications/rules/rule";
import en from "@/messages/en.json";

/* docs/rules.md says where every rule is enforced; here it is held against the code. */

const rows = readFileSync("docs/rules.md", "utf8")
  .split("\n")
  .filter((line) => /^\| R\d\d /.test(line))
  .map((line) => {
    const [, id = "", what, grave, where = "", basis, besides = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    return { id, what, grave, where, basis, besides };
  });
const paths = (cell: string) =>
  [...cell.matchAll(/`([^`]+\/[^`]+)`/g)].map(([, path = ""]) => path);
const letters = { block: "B", warn: "W", officer: "O" } as const;

it("has every rule once, in order", () => {
  const all = Array.from({ length: 40 }, (_, n) => `R${String(n + 1).padStart(2, "0")}`);
  expect(rows.map(({ id }) => id)).toEqual(all);
});

it.each(rows)("$id is where the page says", ({ where, besides }) => {
  expect(where === "Not built yet" || paths(where).length > 0).toBe(true);
  for (const path of [...paths(where), ...paths(besides)])
    expect(existsSync(path), path).toBe(true);
});

it.each(rules)("$id of the engine is told as it is", ({ id, severities }) => {
  const row = rows.find((one) => one.id === id);
  expect(row).toMatchObject({
    what: en.rules[id].name,
    grave: severities.map((severity) => letters[severity]).join(" "),
    basis: en.rules[id].basis,
  });
  const [file = ""] = paths(row?.where ?? "");
  expect(readFileSync(file, "utf8")).toContain(`id: "${id}"`);
});

it("calls no rule of the engine that is not one", () => {
  const told = rows.filter(({ where }) => where.startsWith("`lib/applications/rules/"));
  expect(told.map(({ id }) => id)).toEqual(rules.map(({ id }): RuleId => id));
});
