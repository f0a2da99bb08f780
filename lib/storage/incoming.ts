import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "@/lib/env";

/**
 * Where bytes lie until a store has them: beside the files of the local store, so that it need only give
 * them another name. What is left there by a process that ended is swept after a day.
 */
export const incomingFolder = () => join(resolve(env().STORAGE_DIR), "incoming");

/** A new name in that folder; nothing is there yet. Whoever writes the file removes it. */
export async function incomingPath(): Promise<string> {
  await mkdir(incomingFolder(), { recursive: true, mode: 0o700 });
  return join(incomingFolder(), randomUUID());
}
