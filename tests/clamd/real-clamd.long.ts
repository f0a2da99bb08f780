import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { openDocument } from "@/lib/documents/queries";
import { scanArrival } from "@/lib/documents/scan/arrival";
import { scan } from "@/lib/documents/scan/clamd";
import { scanDocument, scanDocuments } from "@/lib/jobs/scan-documents";
import { incomingPath } from "@/lib/storage/incoming";
import { cameIn as uploaded } from "@/tests/factories/documents";
import { pdfOf, wideTiff } from "@/tests/factories/document-files";
import { inStore, lying, mailsOf, scannedDraft, stateOf } from "@/tests/factories/scanned";
import { eicar } from "@/tests/stand-ins/eicar";
import { installDaemon } from "./daemon";

/* The portal with a real clamd: `npm run test:long -- clamd`. */

const megabyte = 1 << 20;
let daemon: Awaited<ReturnType<typeof installDaemon>>;

beforeAll(async () => {
  daemon = await installDaemon(process.env["CLAMD_PROGRAM"] ?? "clamd");
  process.env["CLAMAV_HOST"] = `127.0.0.1:${daemon.scanner.port}`;
  tell("ready", await daemon.start());
});
afterAll(() => daemon.remove());

const tell = (what: string, ms: number) =>
  process.stdout.write(`clamd: ${what} in ${Math.round(ms)} ms\n`);

async function cameIn(bytes: Uint8Array): Promise<string> {
  const path = await incomingPath();
  await writeFile(path, bytes);
  return path;
}
const judged = async (bytes: Uint8Array) => scanArrival(await cameIn(bytes));
const clean = { kind: "taken", columns: { scan: "clean" } };
const waiting = { kind: "taken", columns: { scan: "waiting", scannedAt: null } };

const part = Buffer.from("<x/>".repeat(500));
const zip = (...names: string[]) =>
  Buffer.from(zipSync(Object.fromEntries(["[Content_Types].xml", ...names].map((n) => [n, part]))));

it.each<[string, Uint8Array]>([
  ["bare", Buffer.from(eicar)],
  [
    "inside a docx",
    zipSync({ "[Content_Types].xml": part, "word/embedded.bin": Buffer.from(eicar) }),
  ],
])("finds EICAR %s", async (_where, bytes) => {
  const outcome = await judged(bytes);
  expect(outcome).toMatchObject({ kind: "infected" });
  expect(outcome.kind === "infected" && outcome.threat).toContain("KP.Test.EICAR");
});

it.each<[string, Uint8Array]>([
  ["pdf", pdfOf(["Invoice 2026-112", "Second page"])],
  ["doc", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2048, 1)])],
  ["docx", zip("word/document.xml")],
  ["xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096, 2)])],
  ["xlsx", zip("xl/workbook.xml")],
  ["rtf", Buffer.from("{\\rtf1\\ansi Invoice 2026-112}")],
  ["txt", Buffer.from("Facture 2026-112, été\r\n")],
  ["jpg", Buffer.concat([Buffer.from("ffd8ffe000104a46494600", "hex"), randomBytes(5000)])],
  ["tif", wideTiff(100, 100)],
  ["xps", zip("FixedDocSeq.fdseq", "Documents/1/FixedDoc.fdoc")],
])("takes a clean %s", async (_type, bytes) => {
  expect(await judged(bytes)).toMatchObject(clean);
});

it("judges 15 MB in reasonable time", async () => {
  for (const [what, bytes] of [
    ["15 MB of random bytes", randomBytes(15 * megabyte)],
    ["15 MB of text", Buffer.alloc(15 * megabyte, "rough diamonds ")],
  ] as const) {
    const path = await cameIn(bytes);
    const began = performance.now();
    expect(await scanArrival(path)).toMatchObject(clean);
    const took = performance.now() - began;
    tell(what, took);
    expect(took).toBeLessThan(10_000);
  }
});

it("never takes for clean what is larger than the daemon takes", async () => {
  const large = Buffer.alloc(24 * megabyte, 7);
  const kinds: string[] = [];
  for (let round = 0; round < 40; round += 1) {
    const outcome = await judged(large);
    kinds.push(outcome.kind === "taken" ? outcome.columns.scan : outcome.kind);
  }
  // The daemon hangs up right after its answer, which a reset connection may swallow: then the file waits.
  const heard = kinds.filter((kind) => kind === "unscannable").length;
  process.stdout.write(`clamd: ${heard} of ${kinds.length} refusals of the size were heard\n`);
  expect(kinds.filter((kind) => kind !== "unscannable" && kind !== "waiting")).toEqual([]);
  expect(heard).toBeGreaterThan(0);
});

it("judges many at once, each by itself", async () => {
  const files = Array.from({ length: 24 }, (_, n) =>
    Buffer.from(n % 3 === 0 ? eicar : `paper ${n}`),
  );
  const kinds = (await Promise.all(files.map(judged))).map(({ kind }) => kind);
  expect(kinds).toEqual(files.map((_, n) => (n % 3 === 0 ? "infected" : "taken")));
});

it("keeps what it was sent when it died in quarantine, and judges it when it is back", async () => {
  const { owner, id } = await scannedDraft();
  const attach = async (name: string, text: string) =>
    addDocument(owner, { applicationId: id }, "other", await uploaded(name, Buffer.from(text)));
  expect(await attach("bad.txt", eicar)).toEqual({ ok: false, error: "infected" });
  daemon.freeze();
  const path = await cameIn(randomBytes(15 * megabyte));
  const midway = scanArrival(path);
  setTimeout(() => void daemon.kill(), 1_000);
  expect(await midway).toEqual(waiting);
  // Nobody listens any more.
  expect(await scanArrival(path)).toEqual(waiting);

  const added = await attach("good.txt", "rough diamonds");
  const good = { id: added.ok ? added.value.documentId : "" };
  const bad = await lying(owner, id, "waiting", eicar);
  await expect(scanDocument(good.id)).rejects.toThrow("away");
  await scanDocuments();
  expect(await stateOf(good.id)).toMatchObject({ scan: "waiting" });
  expect(await openDocument(owner, good.id)).toBeNull();

  tell("ready again", await daemon.start());
  await scanDocuments();
  expect(await stateOf(good.id)).toMatchObject({ scan: "clean" });
  const opened = await openDocument(owner, good.id);
  expect(await new Response(opened?.stream).text()).toBe("rough diamonds");
  expect(await stateOf(bad.id)).toMatchObject({ scan: "infected" });
  expect(await openDocument(owner, bad.id)).toBeNull();
  expect(await inStore(bad.key)).toBe(false);
  const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  expect(await mailsOf(id)).toEqual([`fileRemoved ${email}`]);
});

it("says OK of nothing that broke off half-way", async () => {
  const halves = async function* () {
    yield randomBytes(megabyte);
    await Promise.resolve();
    throw new Error("the store is gone");
  };
  await expect(scan(daemon.scanner, halves())).rejects.toThrow("the store is gone");
  expect(await judged(Buffer.from("still there"))).toMatchObject(clean);
});
