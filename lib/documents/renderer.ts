import "server-only";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { Pool } from "@/lib/documents/process/pool";
import { pageProblems, shownTypes, type PageAsked } from "@/lib/documents/render/page";
import { err, ok, type Result } from "@/lib/result";
import { incomingPath } from "@/lib/storage/incoming";
import { storeNamed } from "@/lib/storage/stores";

/*
 * Beside the processes that inspect uploads: a reader waits for a page and not for somebody's upload. The
 * time is of one page; a page that waits longer than others are drawn is refused at once.
 */
const pool = new Pool({
  ...{ processes: 2, waiting: 30, job: 15_000, start: 60_000, idle: 120_000, heap: 256 },
});

const drawn = z.object({
  pages: z.number().int().positive(),
  text: z.string().nullable(),
  picture: z
    .object({
      webp: z.base64(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
    })
    .nullable(),
});
export type DrawnPage = z.infer<typeof drawn>;

const answer = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: drawn }),
  z.object({ ok: z.literal(false), error: z.enum(pageProblems) }),
]);
type Answer = z.infer<typeof answer>;

export type DrawingProblem =
  | Extract<Answer, { ok: false }>["error"]
  /** Pages of such files cannot be drawn at all. */
  | "otherType"
  /** The process crashed, took too long, or had too much to do. */
  | "unchecked";

interface Stored {
  readonly store: string;
  readonly key: string;
  readonly mediaType: string;
}

const isShown = z.enum(shownTypes);

/** One page of a stored file as a picture, or why there is none. Its bytes are opened in a process of its own. */
export async function drawPage(
  { store, key, mediaType }: Stored,
  asked: PageAsked,
): Promise<Result<DrawnPage, DrawingProblem>> {
  const type = isShown.safeParse(mediaType);
  if (!type.success) return err("otherType");
  const path = await incomingPath();
  try {
    const stream = await storeNamed(store).read(key);
    await pipeline(stream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    const outcome = await pool.run("render", { path, mediaType: type.data, asked });
    if (!outcome.ok) return outcome;
    const said = answer.safeParse(outcome.value).data;
    if (!said) return err("unchecked");
    return said.ok ? ok(said.value) : err(said.error);
  } finally {
    await rm(path, { force: true });
  }
}
