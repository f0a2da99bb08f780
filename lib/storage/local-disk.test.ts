import { createHash } from "node:crypto";
import { mkdtemp, readdir, readlink, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { localDisk } from "@/lib/storage/local-disk";
import { StoredFileMissing } from "@/lib/storage/storage";

let parent: string;
let root: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "storage-"));
  root = join(parent, "documents");
});
afterEach(() => rm(parent, { recursive: true }));

const bytes = new TextEncoder().encode("rough diamonds");
const files = async () =>
  (await readdir(root, { recursive: true })).filter((name) => name.includes("/"));

it("gives back exactly what was put, with its size and fingerprint", async () => {
  const store = localDisk(root);
  const stored = await store.put(bytes);
  expect(stored.size).toBe(bytes.length);
  expect(stored.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(await new Response(await store.read(stored.key)).text()).toBe("rough diamonds");
});

it("takes a stream and gives it the fingerprint of the same bytes", async () => {
  const store = localDisk(root);
  const whole = await store.put(bytes);
  const streamed = await store.put(Readable.from([bytes.slice(0, 5), bytes.slice(5)]));
  expect(streamed).toMatchObject({ size: whole.size, sha256: whole.sha256 });
  expect(streamed.key).not.toBe(whole.key);
  expect(await new Response(await store.read(streamed.key)).text()).toBe("rough diamonds");
});

it("leaves nothing of a stream that breaks off", async () => {
  function* broken() {
    yield bytes;
    throw new Error("connection lost");
  }
  await expect(localDisk(root).put(Readable.from(broken()))).rejects.toThrow("connection lost");
  expect(await files()).toEqual([]);
});

it("keeps files to their owner", async () => {
  const { key } = await localDisk(root).put(bytes);
  expect((await stat(join(root, key.slice(0, 2), key))).mode & 0o777).toBe(0o600);
  expect((await stat(join(root, key.slice(0, 2)))).mode & 0o777).toBe(0o700);
});

it.each([
  "../secret",
  "..",
  "/etc/passwd",
  "",
  "a".repeat(39),
  `${"a".repeat(38)}/.`,
  "A".repeat(40),
])("never leaves its folder: %j", async (key) => {
  await writeFile(join(parent, "secret"), "secret");
  const store = localDisk(root);
  await expect(store.read(key)).rejects.toThrow("not a key");
  await expect(store.remove(key)).rejects.toThrow("not a key");
});

const openFiles = async () => {
  const links = (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`));
  const targets = await Promise.all(links.map((link) => link.catch(() => "")));
  return targets.filter((target) => target.startsWith(root));
};

// An answer to HEAD has a body that nobody ever reads.
it.runIf(process.platform === "linux")("holds no file open that nobody reads", async () => {
  const store = localDisk(root);
  const { key } = await store.put(new Uint8Array(200_000).fill(7));
  const unread = await store.read(key);
  expect(await openFiles()).toEqual([]);
  await unread.cancel();

  const broken = (await store.read(key)).getReader();
  await broken.read();
  expect(await openFiles()).toHaveLength(1);
  await broken.cancel();
  expect(await openFiles()).toEqual([]);

  const whole = await new Response(await store.read(key)).arrayBuffer();
  expect(whole.byteLength).toBe(200_000);
  expect(await openFiles()).toEqual([]);
});

it("removes for good, once or twice, and says when a file is missing", async () => {
  const store = localDisk(root);
  const { key } = await store.put(bytes);
  await store.remove(key);
  await store.remove(key);
  await expect(store.read(key)).rejects.toThrow(StoredFileMissing);
});
