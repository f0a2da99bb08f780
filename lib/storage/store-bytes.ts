import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { incomingPath } from "@/lib/storage/incoming";
import type { Storage } from "@/lib/storage/storage";

/** Keeps what this process has made itself, such as a rendered PDF. What it returns are columns of a row. */
export async function storeBytes(
  store: Storage,
  bytes: Uint8Array,
  mediaType: string,
): Promise<{ store: string; key: string; size: number; sha256: string }> {
  const size = bytes.length;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = await incomingPath();
  try {
    await writeFile(path, bytes, { flag: "wx", mode: 0o600 });
    const key = await store.put({ path, size, sha256, mediaType });
    return { store: store.name, key, size, sha256 };
  } finally {
    await rm(path, { force: true });
  }
}
