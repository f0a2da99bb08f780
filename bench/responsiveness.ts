import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { readJson } from "../scripts/private-file";
import type { People } from "./data";
import { makeIssued } from "./issued-certificates";
import { median } from "./load";

const certificates = 20;
const folder = path.resolve(".data/bench-delays");
const schema = z.object({
  looks: z.number(),
  median: z.number(),
  p99: z.number(),
  longest: z.number(),
});

/** Has every process that is started from now on say on a signal how long its event loop was held. */
export function watchEventLoops(): void {
  mkdirSync(folder, { recursive: true });
  process.env["BENCH_DELAYS"] = folder;
  const preload = `--import=${path.resolve("bench/event-loop.mjs")}`;
  process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} ${preload}`.trim();
}

/** How long the event loop of a process was held since it was last asked. */
async function askDelays(pid: number) {
  const file = path.join(folder, `${pid}.json`);
  rmSync(file, { force: true });
  process.kill(pid, "SIGUSR2");
  for (let tries = 0; tries < 200; tries += 1) {
    if (existsSync(file)) return schema.parse(readJson(file));
    await sleep(50);
  }
  throw new Error(`process ${pid} does not say how long its event loop was held`);
}

/** Asks for a page, again and again, until `isOver`; how long answers took, and how long the loop was held. */
async function visit(
  portal: { url: string; pid: number },
  cookie: string,
  isOver: () => Promise<boolean>,
) {
  await askDelays(portal.pid);
  const answers: number[] = [];
  const began = performance.now();
  const ask = async () => {
    const from = performance.now();
    const response = await fetch(`${portal.url}/en/applications`, { headers: { cookie } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`the portal answered ${response.status}`);
    return performance.now() - from;
  };
  while (!(await isOver())) {
    answers.push(await ask());
    await sleep(50);
  }
  const times = answers.sort((a, b) => a - b);
  const answered = { median: median(times), p99: times[Math.floor(times.length * 0.99)] ?? NaN };
  return {
    seconds: (performance.now() - began) / 1000,
    answered,
    held: await askDelays(portal.pid),
  };
}

/** The serving process while the worker draws and signs twenty certificates, and as long before. */
export async function measureResponsiveness(
  portal: { url: string; pid: number },
  people: People,
  superuserUrl: string,
) {
  const ids = await makeIssued(superuserUrl, people.reviewer.id, certificates);
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const until = performance.now() + 20_000;
    const quiet = await visit(portal, people.exporter, () =>
      Promise.resolve(performance.now() > until),
    );
    for (const certificateId of ids) {
      await client.query(
        "SELECT graphile_worker.add_job('renderCertificate', payload => $1::json, job_key => $2)",
        [JSON.stringify({ certificateId }), `certificate ${certificateId}`],
      );
    }
    const rendering = await visit(portal, people.exporter, async () => {
      const { rows } = await client.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM "CertificateDocument" WHERE "certificateId" = ANY($1::uuid[])',
        [ids],
      );
      return rows[0]?.n === ids.length;
    });
    return { quiet, rendering };
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
