import { expect, test } from "vitest";
import { editOrigin } from "./edit-origin";
import type { OriginRow } from "@/lib/applications/answers";

const ids = [
  "019aa0c0-0000-7000-8000-000000000001",
  "019aa0c0-0000-7000-8000-000000000002",
] as const;
const rows: OriginRow[] = [
  { id: ids[0], category: "new_production", carats: "what I typed" },
  { id: ids[1], category: "exploration", facilityName: "Camp" },
];

test("a row is added after what was typed", () => {
  const edited = editOrigin({ origins: rows }, "add:extraction", {});
  expect(edited?.answers.origins).toHaveLength(3);
  expect(edited?.answers.origins?.slice(0, 2)).toEqual(rows);
  expect(edited?.answers.origins?.[2]?.category).toBe("extraction");
  expect(edited?.place).toBe("row-3");
});

test("no row of an unknown category, and no twenty-first", () => {
  expect(editOrigin({ origins: rows }, "add:gold", {})?.answers.origins).toEqual(rows);
  const full = Array.from({ length: 20 }, () => rows[0] as OriginRow);
  expect(editOrigin({ origins: full }, "add:extraction", {})?.answers.origins).toHaveLength(20);
});

test("a row is taken away", () => {
  expect(editOrigin({ origins: rows }, "remove:0", {})).toEqual({
    answers: { origins: [rows[1]] },
    place: "row-1",
  });
  expect(editOrigin({ origins: [rows[0] as OriginRow] }, "remove:0", {})?.place).toBe("add");
});

test("a row moves up or down with its id and all that was typed; at the ends not at all", () => {
  const [first, second] = rows as [OriginRow, OriginRow];
  const order = (intent: string) => {
    const edited = editOrigin({ origins: rows }, intent, {});
    return [edited?.answers.origins, edited?.place];
  };
  expect(order("up:1")).toEqual([[second, first], "row-1"]);
  expect(order("down:0")).toEqual([[second, first], "row-2"]);
  expect(order("up:0")).toEqual([[first, second], "row-1"]);
  expect(order("down:1")).toEqual([[first, second], "row-2"]);
  expect(order("down:7")[0]).toEqual([first, second]);
});

test("a changed category shows its questions before going on", () => {
  const before = { origins: [{ id: ids[0], category: "exploration" } as OriginRow] };
  expect(editOrigin({ origins: rows }, "next", before)?.place).toBe("row-1");
  expect(editOrigin({ origins: rows }, "next", { origins: rows })).toBeNull();
  expect(editOrigin({ origins: rows }, "draft", before)).toBeNull();
});
