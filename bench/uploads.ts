import { spawn } from "node:child_process";
import { setInterval } from "node:timers";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../scripts/ports";
import type { People } from "./data";
import { median } from "./load";
import { memory } from "./processes";

const files = 10;
const bytes = 15 * 1024 * 1024;
const rounds = 3;

export interface UploadFigures {
  /** Megabytes a second: bytes to the disk and their fingerprint; the same by the portal; all it does with a document. */
  readonly raw: number;
  readonly received: number;
  readonly kept: number;
  /** Megabytes by which the portal grew at most while ten files of 15 MB came in at once. */
  readonly growth: number;
}

/** Ten files of the greatest size at once, a few rounds of each, after one that does not count. */
export async function measureUploads(
  portal: { url: string; pid: number },
  { exporter, drafts }: People,
): Promise<UploadFigures> {
  const raw = await startRaw();
  try {
    const toPortal = (draft: string, kind: string) => async (n: number) => {
      const form = new FormData();
      form.set("kind", kind);
      form.set("files", new File([text(n)], `paper ${n}.txt`));
      const response = await fetch(`${portal.url}/api/applications/${draft}/documents?back=/en`, {
        method: "POST",
        body: form,
        headers: { cookie: exporter, origin: portal.url, accept: "application/json" },
      });
      return response.text();
    };
    const bare = async (n: number) =>
      (await fetch(raw.url, { method: "POST", body: text(n) })).text();

    const speeds = { raw: [] as number[], received: [] as number[], kept: [] as number[] };
    const growths: number[] = [];
    for (const [round, draft] of drafts.slice(0, rounds + 1).entries()) {
      const { growth, received, kept } = await watched(portal.pid, async () => ({
        // Without a kind it is received whole, and then refused.
        received: await speedOf(toPortal(draft, ""), '"problem":"kind"'),
        kept: await speedOf(toPortal(draft, "invoice"), '"added":1'),
      }));
      const plain = await speedOf(bare, "");
      if (round === 0) continue;
      growths.push(growth);
      speeds.raw.push(plain);
      speeds.received.push(received);
      speeds.kept.push(kept);
    }
    const { raw: plain, received, kept } = speeds;
    return {
      raw: median(plain),
      received: median(received),
      kept: median(kept),
      growth: median(growths),
    };
  } finally {
    raw.stop();
  }
}

/** By how much the memory of a process grew at most during something. */
async function watched<T>(pid: number, work: () => Promise<T>): Promise<T & { growth: number }> {
  const before = memory(pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memory(pid))), 10);
  try {
    return { ...(await work()), growth: most - before };
  } finally {
    clearInterval(watch);
  }
}

/** Megabytes a second of ten files at once. */
async function speedOf(send: (n: number) => Promise<string>, expected: string): Promise<number> {
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: files }, (_, n) => send(n)));
  const seconds = (performance.now() - began) / 1000;
  const wrong = answers.find((answer) => !answer.includes(expected));
  if (wrong !== undefined) throw new Error(`an upload was answered ${wrong.slice(0, 200)}`);
  return (files * bytes) / 1_000_000 / seconds;
}

const text = (n: number) => Buffer.alloc(bytes, `Paper ${n}, line after line.\n`);

async function startRaw() {
  const port = await freePort(0);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "bench/raw-upload-server.ts", String(port)],
    { stdio: "inherit" },
  );
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(url, { method: "POST", body: "x" }).catch(() => undefined);
    if (up) {
      await up.text();
      return { url, stop: () => child.kill() };
    }
    await sleep(100);
  }
  child.kill();
  throw new Error("the raw server does not answer");
}
