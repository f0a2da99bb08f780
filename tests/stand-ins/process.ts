import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { setInterval } from "node:timers";
import { incomingPath } from "@/lib/storage/incoming";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";

/*
 * A process of the portal for tests that kill it, or weigh it. It says a line when it has come to the point,
 * and goes on until it is killed.
 */

const bytes = 15 * 1024 * 1024;

/** In the middle of taking in an upload. */
async function upload() {
  const path = await incomingPath();
  createWriteStream(path, { flags: "wx", mode: 0o600 }).write(randomBytes(1000), () => {
    say(path);
  });
}

/** Between the file and its row. */
async function put() {
  const { key } = await storeBytes(storage(), randomBytes(1000), "text/plain");
  say(key);
}

/** In the middle of handing a file to the store. */
async function putting() {
  say("ready");
  await storeBytes(storage(), randomBytes(bytes), "application/pdf");
}

/** Ten files of the greatest size at once: by how many megabytes the process grew beyond one small file. */
async function weigh() {
  const path = await incomingPath();
  const store = storage();
  await storeBytes(store, randomBytes(1000), "application/pdf");
  const files = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const hash = createHash("sha256");
      const file = createWriteStream(`${path}-${index}`, { flags: "wx", mode: 0o600 });
      const chunk = Buffer.alloc(1024 * 1024, index);
      for (let written = 0; written < bytes; written += chunk.length) {
        hash.update(chunk);
        await new Promise((resolve) => file.write(chunk, resolve));
      }
      await new Promise<void>((resolve) => file.end(resolve));
      const sha256 = hash.digest("hex");
      return { path: `${path}-${index}`, size: bytes, sha256, mediaType: "application/pdf" };
    }),
  );
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await Promise.all(files.map((file) => store.put(file)));
  clearInterval(watch);
  say(String(Math.round((most - before) / 1024 / 1024)));
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const [, , point = ""] = process.argv;
const points: Record<string, () => Promise<void>> = { upload, put, putting, weigh };
setInterval(() => undefined, 1000);
await points[point]?.();
