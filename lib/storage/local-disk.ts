import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, copyFile, mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isRandomKey, randomKey } from "@/lib/storage/random-key";
import { StoredFileMissing } from "@/lib/storage/storage";
import type { FileToStore, Storage } from "@/lib/storage/storage";

const SHARD = /^[0-9a-f]{2}$/;

/**
 * Files in a folder of this machine, two levels deep, under random names: nothing a person typed is part
 * of a path. A file appears whole or not at all, and is flushed to the disk before its key is given out.
 */
export function localDisk(directory: string): Storage {
  const root = resolve(directory);

  /** @throws when the key is not one that `put` gave */
  function place(key: string) {
    if (!isRandomKey(key)) throw new Error("This is not a key of the local store.");
    const folder = join(root, key.slice(0, 2));
    return { folder, path: join(folder, key) };
  }

  return {
    name: "local",

    async put(file) {
      const key = randomKey();
      const { folder, path } = place(key);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (made !== undefined) await flushFolder(dirname(made));
      await flushFolder(root);
      await flush(file);
      try {
        await rename(file.path, path);
      } catch (error) {
        if (codeOf(error) !== "EXDEV") throw error;
        await copyIn(file, path);
      }
      await flushFolder(folder);
      return key;
    },

    async read(key) {
      const { path } = place(key);
      try {
        await access(path);
        return streamOf(path);
      } catch (error) {
        if (codeOf(error) === "ENOENT") throw new StoredFileMissing("local", key);
        throw error;
      }
    },

    async remove(key) {
      await rm(place(key).path, { force: true });
    },

    async *list() {
      for await (const { name: shard } of entries(root)) {
        if (!SHARD.test(shard)) continue;
        for await (const { name: key } of entries(join(root, shard))) {
          if (!isRandomKey(key)) continue;
          const storedAt = await dateOf(join(root, shard, key));
          if (storedAt) yield { key, storedAt };
        }
      }
    },
  };

  /** A copy from another disk takes its place whole as well. What a killed copy leaves is swept with uploads. */
  async function copyIn(file: FileToStore, path: string) {
    const incoming = join(root, "incoming");
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const copy = join(incoming, randomUUID());
    try {
      await copyFile(file.path, copy, constants.COPYFILE_EXCL);
      await flush({ path: copy, size: file.size });
      await rename(copy, path);
    } catch (error) {
      await rm(copy, { force: true });
      throw error;
    }
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** The entries of a folder, a few at a time; none where there is no such folder. */
async function* entries(folder: string) {
  try {
    yield* await opendir(folder);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** When a file was put, or null where it was removed since its folder was read. */
async function dateOf(path: string) {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Makes the bytes survive a power cut, their owner's alone, and dated now. */
async function flush({ path, size }: Pick<FileToStore, "path" | "size">) {
  const handle = await open(path, "r+");
  try {
    if ((await handle.stat()).size !== size)
      throw new Error("The file has not the size it should.");
    await handle.chmod(0o600);
    const now = new Date();
    await handle.utimes(now, now);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const chunkBytes = 64 * 1024;

/** The bytes of a file that is opened at the first read: an answer whose body nobody wants holds nothing. */
function streamOf(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        file ??= await open(path, "r");
        const { bytesRead, buffer } = await file
          .read(new Uint8Array(chunkBytes), 0, chunkBytes)
          .catch(async (error: unknown) => {
            await file?.close();
            throw error;
          });
        if (bytesRead > 0) {
          controller.enqueue(buffer.subarray(0, bytesRead));
          return;
        }
        await file.close();
        controller.close();
      },
      async cancel() {
        await file?.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Makes the new name itself survive a power cut. Windows cannot open a folder and does not need it. */
async function flushFolder(folder: string) {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
