import { expect, test } from "vitest";
import { figuresOf } from "./figures";

const certificates = [{ id: "bw", carats: "640.00", remaining: "212.50" }];
const imported = (row: number, carats: string, usd = "") => ({
  [`origins[${row}].category`]: "previously_imported",
  [`origins[${row}].importCertificateId`]: "bw",
  [`origins[${row}].carats`]: carats,
  [`origins[${row}].usd`]: usd,
});

test("rows of one import certificate draw on it one after the other", () => {
  const { rows } = figuresOf(
    { ...imported(0, "180.25"), ...imported(1, "40") },
    certificates,
    "en",
  );
  expect(rows.map(({ left, all, available, drawn }) => [left, all, available, drawn])).toEqual([
    ["32.25", "640.00", "212.50", "180.25"],
    ["-7.75", "640.00", "212.50", "220.25"],
  ]);
});

test("price, and totals of what could be read, in the reader's language", () => {
  const values = { ...imported(0, "1 204,35", "118 026,30 $ US"), ...imported(1, "1.234", "10") };
  const { rows, totals } = figuresOf(values, [], "fr");
  expect(rows[0]).toMatchObject({ carats: "1204.35", usd: "118026.30", usdPerCarat: "98.00" });
  expect(rows[1]).toMatchObject({ carats: null, usdPerCarat: null, left: null });
  expect(totals).toEqual({ carats: "1204.35", usd: "118036.30", usdPerCarat: "98.01" });
});

test("a certificate left over from another category is not drawn on", () => {
  const values = { ...imported(0, "5"), "origins[0].category": "new_production" };
  expect(figuresOf(values, certificates, "en").rows[0]?.left).toBeNull();
});
