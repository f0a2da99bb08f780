import { describe, expect, it } from "vitest";
import { actions, emptyRow, functions, handlers, pages, unasked } from "./matrix";
import { foundActions, foundFunctions, foundHandlers, foundPages } from "./sources";

/* Whatever can be asked has its row in docs/authorization.md, and no row is of something that is gone. */

const kinds = {
  page: { rows: pages, found: foundPages() },
  action: { rows: actions, found: foundActions() },
  handler: { rows: handlers, found: foundHandlers() },
  "query and command": {
    rows: [...functions, ...unasked],
    found: foundFunctions(),
  },
};

describe.each(Object.entries(kinds))("every %s", (_kind, { rows, found }) => {
  const listed = rows.map(({ name }) => name);

  it("has its row", () => {
    const missing = found.filter((name) => !listed.includes(name));
    expect(missing.map(emptyRow).join("\n"), "rows to add to docs/authorization.md").toBe("");
  });

  it("is there", () => {
    expect(listed.filter((name) => !found.includes(name))).toEqual([]);
    expect(found.length).toBeGreaterThan(5);
  });

  it("is stated once for each state of the record", () => {
    const keys = rows.map((row) => `${row.name} ${"on" in row ? row.on : ""}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

it("says why a function has no cells", () => {
  for (const { name, why } of unasked) expect(why, name).not.toBe("");
});
