import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir, readlink, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { localDisk } from "@/lib/storage/local-disk";
import { StoredFileMissing, type FileToStore } from "@/lib/storage/storage";

let parent: string;
let root: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "storage-"));
  root = join(parent, "documents");
});
afterEach(() => rm(parent, { recursive: true }));

const bytes = new TextEncoder().encode("rough diamonds");

async function handIn(content: Uint8Array = bytes, folder = parent): Promise<FileToStore> {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { path, size: content.length, sha256, mediaType: "text/plain" };
}
const putBytes = async (content?: Uint8Array) => localDisk(root).put(await handIn(content));
const files = async () =>
  (await readdir(root, { recursive: true })).filter((name) => name.includes("/"));

it("takes the file itself and gives back exactly its bytes", async () => {
  const file = await handIn();
  const key = await localDisk(root).put(file);
  expect(await new Response(await localDisk(root).read(key)).text()).toBe("rough diamonds");
  expect(await readdir(parent)).toEqual(["documents"]);
});

it("copies what comes from another disk", async (context) => {
  const other = await mkdtemp("/dev/shm/storage-").catch(() => context.skip());
  try {
    context.skip((await stat(other)).dev === (await stat(parent)).dev);
    const key = await localDisk(root).put(await handIn(bytes, other));
    expect(await new Response(await localDisk(root).read(key)).text()).toBe("rough diamonds");
    expect(await files()).toEqual([`${key.slice(0, 2)}/${key}`]);
  } finally {
    await rm(other, { recursive: true });
  }
});

it("refuses a file that is not whole, and keeps nothing of it", async () => {
  const file = await handIn();
  await expect(localDisk(root).put({ ...file, size: file.size + 1 })).rejects.toThrow("size");
  expect(await files()).toEqual([]);
});

it("keeps files to their owner", async () => {
  const key = await putBytes();
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
  const key = await putBytes(new Uint8Array(200_000).fill(7));
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
  const key = await putBytes();
  await store.remove(key);
  await store.remove(key);
  await expect(store.read(key)).rejects.toThrow(StoredFileMissing);
});
