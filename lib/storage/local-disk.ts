import { createHash, randomBytes } from "node:crypto";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StoredFileMissing } from "@/lib/storage/storage";
import type { Storage } from "@/lib/storage/storage";

const KEY = /^[0-9a-f]{40}$/;

/**
 * Files in a folder of this machine, two levels deep, under random names: nothing a person typed is part
 * of a path. A file appears whole or not at all, and is flushed to the disk before its key is given out.
 */
export function localDisk(directory: string): Storage {
  const root = resolve(directory);

  /** @throws when the key is not one that `put` gave */
  function place(key: string) {
    if (!KEY.test(key)) throw new Error("This is not a key of the local store.");
    const folder = join(root, key.slice(0, 2));
    return { folder, path: join(folder, key) };
  }

  return {
    name: "local",

    async put(content) {
      const key = randomBytes(20).toString("hex");
      const { folder, path } = place(key);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (made !== undefined) await flushFolder(root);
      const part = `${path}.part`;
      const hash = createHash("sha256");
      let size = 0;
      try {
        const file = await open(part, "wx", 0o600);
        try {
          for await (const chunk of content instanceof Uint8Array ? [content] : content) {
            hash.update(chunk);
            size += chunk.length;
            await file.writeFile(chunk);
          }
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(part, path);
        await flushFolder(folder);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return { key, size, sha256: hash.digest("hex") };
    },

    async read(key) {
      const { path } = place(key);
      try {
        await access(path);
        return streamOf(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT")
          throw new StoredFileMissing("local", key);
        throw error;
      }
    },

    async remove(key) {
      await rm(place(key).path, { force: true });
    },
  };
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
