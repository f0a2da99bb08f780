import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { inspectBytes } from "@/lib/documents/inspect/inspect";
import { DOCUMENT_MAX_BYTES } from "@/lib/documents/limits";
import { err, ok } from "@/lib/result";

/** A file on disk, and the name that it bears for people. */
export interface FileToInspect {
  readonly path: string;
  readonly name: string;
}

export async function inspect({ path, name }: FileToInspect) {
  const { size } = await stat(path);
  if (size > DOCUMENT_MAX_BYTES) return err("tooLarge");
  const bytes = await readFile(path);
  const inspected = await inspectBytes(bytes, name);
  if (!inspected.ok) return inspected;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return ok({ ...inspected.value, size: bytes.length, sha256 });
}
