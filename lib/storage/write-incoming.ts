import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
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
  // Opened here, so that nothing appears after it has been removed.
  const file = await open(path, "wx", 0o600);
  try {
    await pipeline(bytes, count, file.createWriteStream());
    return { path, size, sha256: hash.digest("hex") };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
