import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { localDisk } from "@/lib/storage/local-disk";
import { s3 } from "@/lib/storage/s3";
import { StoredFileMissing, type FileToStore, type Storage } from "@/lib/storage/storage";
import { uploadThing } from "@/lib/storage/uploadthing";
import { s3StandIn, type S3StandIn } from "@/tests/stand-ins/s3";
import { uploadThingStandIn, type UploadThingStandIn } from "@/tests/stand-ins/uploadthing";

let folder: string;
let bucket: S3StandIn;
let cloud: UploadThingStandIn;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stores-"));
  bucket = await s3StandIn();
  cloud = await uploadThingStandIn();
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([bucket.close(), cloud.close()]);
  await rm(folder, { recursive: true });
});
afterEach(() => {
  bucket.fault = null;
  Object.assign(cloud, { fault: null, allPublic: false, everyKeyTaken: false });
});

const soon = { upload: 300, answer: 300 };
const unhurried = { upload: 20_000, answer: 20_000 };

async function handIn(bytes: Uint8Array): Promise<FileToStore> {
  const path = join(folder, randomBytes(8).toString("hex"));
  await writeFile(path, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, size: bytes.length, sha256, mediaType: "application/pdf" };
}

async function bytesOf(store: Storage, key: string) {
  return new Uint8Array(await new Response(await store.read(key)).arrayBuffer());
}

async function keysOf(store: Storage) {
  const keys = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.sort();
}

const stores: Record<string, { open: (patience?: typeof soon) => Storage; unknown: string }> = {
  local: { open: () => localDisk(join(folder, "documents")), unknown: "0".repeat(40) },
  uploadthing: {
    open: (patience = unhurried) => uploadThing(cloud.token, patience),
    unknown: "nobodyHasEverSeenThisKey",
  },
  s3: { open: (patience = unhurried) => s3(bucket.settings, patience), unknown: "0".repeat(40) },
};

describe.each(Object.entries(stores))(
  "every store keeps its promises: %s",
  (name, { open, unknown }) => {
    it("says the name that rows keep", () => {
      expect(open().name).toBe(name);
    });

    it.each([0, 1, 15 * 1024 * 1024])("gives back %i bytes unchanged", async (size) => {
      const file = await handIn(randomBytes(size));
      const key = await open().put(file);
      const bytes = await bytesOf(open(), key);
      expect(bytes.length).toBe(size);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
    });

    it("gives each of ten that come at once a key and its own bytes", async () => {
      const contents = Array.from({ length: 10 }, () => randomBytes(2000));
      const store = open();
      const keys = await Promise.all(contents.map(async (bytes) => store.put(await handIn(bytes))));
      expect(new Set(keys).size).toBe(10);
      const read = await Promise.all(keys.map((key) => bytesOf(store, key)));
      expect(read).toEqual(contents.map((bytes) => new Uint8Array(bytes)));
    });

    it("says that a file is missing, and removes it once or twice", async () => {
      const store = open();
      await expect(store.read(unknown)).rejects.toThrow(StoredFileMissing);
      await store.remove(unknown);
      const key = await store.put(await handIn(randomBytes(10)));
      await store.remove(key);
      await expect(store.read(key)).rejects.toThrow(StoredFileMissing);
      await store.remove(key);
    });

    it("lists what was put, with its time, and not what was removed", async () => {
      const store = open();
      const [kept, removed] = [
        await store.put(await handIn(randomBytes(10))),
        await store.put(await handIn(randomBytes(10))),
      ];
      await store.remove(removed);
      const listed = new Map<string, Date>();
      for await (const { key, storedAt } of store.list()) listed.set(key, storedAt);
      expect(listed.has(removed)).toBe(false);
      expect(Math.abs((listed.get(kept)?.getTime() ?? 0) - Date.now())).toBeLessThan(10_000);
    });

    it("refuses a file that is not as long as was said", async () => {
      const file = await handIn(randomBytes(10));
      const before = await keysOf(open());
      await expect(open().put({ ...file, size: 11 })).rejects.toThrow("size");
      expect(await keysOf(open())).toEqual(before);
    });
  },
);

const remote = [
  ["uploadthing", () => cloud],
  ["s3", () => bucket],
] as const;
describe.each(remote)("a store over the network that is not well: %s", (name, service) => {
  const open = () => (stores[name] as (typeof stores)[string]).open(soon);

  it.each(["fails", "silent", "breaks"] as const)("%s: an error, no half file", async (fault) => {
    const well = open();
    const key = await well.put(await handIn(randomBytes(10)));
    const before = await keysOf(well);
    const file = await handIn(randomBytes(3_000_000));
    service().fault = fault;
    await expect(open().put(file)).rejects.toThrow(name);
    await expect(open().remove(key)).rejects.toThrow(name);
    await expect(keysOf(open())).rejects.toThrow();
    // An answer that breaks off is an error to who reads it, never a shorter file.
    await expect(bytesOf(open(), key)).rejects.toThrow();
    service().fault = null;
    expect(await keysOf(well)).toEqual(before);
    expect((await bytesOf(well, key)).length).toBe(10);
  });

  it("is away: an error that says so and holds no address", async () => {
    const elsewhere =
      name === "s3"
        ? s3({ ...bucket.settings, endpoint: "http://127.0.0.1:1" }, soon)
        : uploadThing(cloud.token, soon);
    if (name === "uploadthing") vi.stubEnv("UPLOADTHING_UFS_HOST", "localhost:1");
    const error: unknown = await elsewhere
      .read(stores[name]?.unknown ?? "")
      .catch((e: unknown) => e);
    vi.stubEnv("UPLOADTHING_UFS_HOST", cloud.environment["UPLOADTHING_UFS_HOST"] ?? "");
    expect(String(error)).toContain(name);
    expect(String(error)).not.toMatch(/http|signature/i);
  });
});

describe("the bucket's stand-in", () => {
  it.each([
    ["SignatureDoesNotMatch", { secretAccessKey: "another" }],
    ["SignatureDoesNotMatch", { region: "us-east-1" }],
    ["InvalidAccessKeyId", { accessKeyId: "ANOTHER" }],
    ["NoSuchBucket", { bucket: "another" }],
  ])("refuses with %s", async (code, wrong) => {
    const store = s3({ ...bucket.settings, ...wrong }, unhurried);
    const count = bucket.objects.size;
    await expect(store.put(await handIn(randomBytes(10)))).rejects.toThrow(code);
    await expect(store.read("0".repeat(40))).rejects.toThrow(code);
    expect(bucket.objects.size).toBe(count);
  });

  it("refuses bytes other than those that were signed for", async () => {
    const file = await handIn(randomBytes(10));
    const store = s3(bucket.settings, unhurried);
    await expect(store.put({ ...file, sha256: "0".repeat(64) })).rejects.toThrow(
      "XAmzContentSHA256Mismatch",
    );
  });

  it("refuses a clock that is wrong, and who signs nothing", async () => {
    const file = await handIn(randomBytes(10));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const real = Date.now();
    const signing = vi.spyOn(Date.prototype, "toISOString");
    signing.mockReturnValue(new Date(real - 16 * 60_000).toJSON());
    try {
      await expect(s3(bucket.settings, unhurried).put(file)).rejects.toThrow(
        "RequestTimeTooSkewed",
      );
    } finally {
      signing.mockRestore();
      vi.useRealTimers();
    }
    const { endpoint } = bucket.settings;
    expect((await fetch(`${endpoint}/permits/?list-type=2`)).status).toBe(403);
  });

  it("may be part of the host name instead of the path", async () => {
    const store = s3({ ...bucket.settings, pathStyle: false, endpoint: "https://s3.example.ca" });
    const asked = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("x"));
    await store.read("0".repeat(40));
    const [address] = asked.mock.calls[0] ?? [];
    asked.mockRestore();
    expect(address).toBe(`https://permits.s3.example.ca/documents/${"0".repeat(40)}`);
  });
});

describe("files at UploadThing", () => {
  it("are private, attachments, and bear no name that a person gave", async () => {
    const key = await uploadThing(cloud.token).put(await handIn(randomBytes(10)));
    expect(cloud.files.get(key)).toMatchObject({ acl: "private", disposition: "attachment" });
    expect(cloud.files.get(key)?.name).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("are refused where the service gives them out without a signature, and taken back", async () => {
    const count = cloud.files.size;
    cloud.allPublic = true;
    const put = uploadThing(cloud.token).put(await handIn(randomBytes(10)));
    await expect(put).rejects.toThrow("without a signature");
    expect(cloud.files.size).toBe(count);
  });

  it("are never put over another of the same key", async () => {
    const before = new Map(cloud.files);
    cloud.everyKeyTaken = true;
    await expect(uploadThing(cloud.token).put(await handIn(randomBytes(10)))).rejects.toThrow();
    expect(cloud.files).toEqual(before);
  });

  it("open to nobody without the secret, with another, or after a minute", async () => {
    const store = uploadThing(cloud.token);
    const key = await store.put(await handIn(randomBytes(10)));
    const secret = JSON.parse(Buffer.from(cloud.token, "base64").toString()) as object;
    const other = Buffer.from(JSON.stringify({ ...secret, apiKey: "sk_other" })).toString("base64");
    const stranger = uploadThing(other, unhurried);
    await expect(stranger.read(key)).rejects.toThrow("403");
    await expect(stranger.put(await handIn(randomBytes(10)))).rejects.toThrow();
    await expect(stranger.remove(key)).rejects.toThrow();
    expect((await fetch(`http://localhost:${cloud.port}/a/kptest/${key}`)).status).toBe(403);
    const asked = vi.spyOn(globalThis, "fetch");
    await store.read(key);
    const address = asked.mock.calls[0]?.[0] as string;
    asked.mockRestore();
    expect((await fetch(address)).status).toBe(200);
    const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 61_000);
    expect((await fetch(address)).status).toBe(403);
    now.mockRestore();
  });
});
