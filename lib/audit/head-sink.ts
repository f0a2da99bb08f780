import { createReadStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { HeadLine } from "@/lib/audit/verify-heads";

/** The head of the chain with a batch, as it leaves the database. */
export interface Head {
  readonly batch: string;
  readonly head: string;
  readonly total: string;
  readonly sealedAt: string;
}

/**
 * Where heads are kept outside the database. Whoever owns the database must not be able to change what is
 * there; a public log can take the place of the file.
 */
export interface HeadSink {
  /** The newest batch that is there; 0 where there is none. */
  newest(): Promise<bigint>;
  /** Returns when they are kept for good. */
  keep(heads: readonly Head[]): Promise<void>;
  /** Everything that is there; null where it cannot be reached from here. */
  read(): Promise<AsyncIterable<HeadLine> | null>;
}

const line = z.object({
  batch: z.string().regex(/^[1-9]\d{0,18}$/),
  head: z.string().regex(/^[0-9a-f]{64}$/),
});

function readLine(text: string): HeadLine {
  try {
    const read = line.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const fileName = "heads.jsonl";
/** Room for some hundred lines. */
const tail = 64 * 1024;

/** One line of JSON for each head, only ever added to. */
export function fileSink(folder: string): HeadSink {
  const path = join(folder, fileName);
  return {
    async newest() {
      const file = await open(path).catch(missing);
      if (!file) return 0n;
      try {
        const { size } = await file.stat();
        const from = Math.max(0, size - tail);
        const { buffer } = await file.read(Buffer.alloc(Math.min(size, tail)), 0, null, from);
        const lines = buffer.toString().split("\n").map(readLine);
        return lines.reduce((most, head) => {
          const batch = BigInt(head?.batch ?? 0);
          return batch > most ? batch : most;
        }, 0n);
      } finally {
        await file.close();
      }
    },
    async keep(heads) {
      await mkdir(folder, { recursive: true });
      const file = await open(path, "a+");
      try {
        const { size } = await file.stat();
        const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
        // Where a line broke off, the next one does not go on in it.
        const begin = size > 0 && buffer.toString() !== "\n" ? "\n" : "";
        await file.appendFile(begin + heads.map((head) => `${JSON.stringify(head)}\n`).join(""));
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async read() {
      return headsIn(path);
    },
  };
}

/** The lines of a file of heads; null where there is none. */
export async function headsIn(path: string): Promise<AsyncIterable<HeadLine> | null> {
  const there = await open(path).catch(missing);
  if (!there) return null;
  await there.close();
  return lines(path);
}

async function* lines(path: string): AsyncGenerator<HeadLine> {
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    if (text !== "") yield readLine(text);
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
