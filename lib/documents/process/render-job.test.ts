import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { Pool } from "@/lib/documents/process/pool";
import type { ShownType } from "@/lib/documents/render/page";
import { endlessPdf } from "@/tests/factories/document-files";

const folder = mkdtempSync(path.join(tmpdir(), "pages-"));
const endless = path.join(folder, "endless");
writeFileSync(endless, endlessPdf());

const pool = new Pool({
  ...{ processes: 1, waiting: 30, job: 10_000, start: 60_000, idle: 60_000, heap: 256 },
});
const draw = (file: string, mediaType: ShownType, page = 1) =>
  pool.run("render", { path: file, mediaType, asked: { page, size: "fit", turns: 0 } });
const invoice = "tests/files/pages/invoice.pdf";

it(
  "ends a page that is never drawn to its end, and goes on with the next",
  { timeout: 120_000 },
  async () => {
    expect(await draw(invoice, "application/pdf")).toMatchObject({ value: { ok: true } });
    const [process] = pool.pids;
    const [never, next] = await Promise.all([
      draw(endless, "application/pdf"),
      draw("tests/files/pages/scan.tif", "image/tiff", 2),
    ]);
    expect(never).toEqual({ ok: false, error: "unchecked" });
    expect(next).toMatchObject({ ok: true, value: { ok: true, value: { pages: 2 } } });
    expect(pool.pids).not.toContain(process);
  },
);

it("draws page after page in as much memory", { timeout: 120_000 }, async () => {
  const memory = () =>
    Number(
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pool.pids[0] ?? 0}/status`, "utf8"))?.[1] ?? 0,
    ) / 1024;
  for (let count = 0; count < 5; count++) await draw(invoice, "application/pdf");
  const before = memory();
  for (let count = 0; count < 15; count++) await draw(invoice, "application/pdf", 1 + (count % 2));
  expect(before).toBeGreaterThan(50);
  expect(memory()).toBeLessThan(500);
});
