import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { incomingPath } from "@/lib/storage/incoming";

/** A file that lies where bytes wait for a store. Whoever is handed it removes it. */
export interface IncomingFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes bytes to the disk as they come, counting them and taking their fingerprint on the way. Where they
 * do not come to their end, what was written is removed before this rejects.
 */
export async function writeIncoming(bytes: AsyncIterable<Uint8Array>): Promise<IncomingFile> {
  const path = await incomingPath();
  const hash = createHash("sha256");
  let size = 0;
  const count = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(bytes, count, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    return { path, size, sha256: hash.digest("hex") };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
