import "server-only";
import { z } from "zod";
import { documentTypes, type DocumentType } from "@/lib/documents/limits";
import { documentProblems, type DocumentProblem } from "@/lib/documents/problems";
import { Pool } from "@/lib/documents/process/pool";
import { err, type Result } from "@/lib/result";

/** Enough for the largest honest file on a busy machine. */
const limits = { processes: 2, waiting: 100, job: 20_000, start: 60_000, idle: 60_000, heap: 400 };

const pool = new Pool(limits);

const inspected = z.object({
  type: z.enum(Object.keys(documentTypes) as DocumentType[]),
  mediaType: z.string(),
  size: z.number(),
  /** Of the bytes that were looked at. */
  sha256: z.string(),
});
export type Inspected = z.infer<typeof inspected>;

const answer = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: inspected }),
  z.object({ ok: z.literal(false), error: z.enum(documentProblems) }),
]);

/**
 * What a file on disk truly is, or why it is not taken. It is opened in a process of its own, without
 * configuration, so that no file can fill the memory of this one or hold it up. `name` is what the
 * person called it; its extension must be that of the content.
 */
export async function inspectFile(
  path: string,
  name: string,
): Promise<Result<Inspected, DocumentProblem>> {
  const outcome = await pool.run("inspect", { path, name });
  if (!outcome.ok) return outcome;
  return answer.safeParse(outcome.value).data ?? err("unchecked");
}
