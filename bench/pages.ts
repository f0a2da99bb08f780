import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../scripts/ports";
import type { People } from "./data";
import { cpuPerRequest, median } from "./load";
import { processListeningOn } from "./processes";

const rounds = 5;
const requests = 60;

export interface PageFigures {
  readonly page: string;
  readonly cpu: number;
  readonly raw: number;
  readonly ratio: number;
  readonly html: string;
}

/** CPU a request of the portal's pages and of the raw server, in short rounds one after the other. */
export async function measurePages(
  portal: { url: string; pid: number },
  people: People,
  databaseUrl: string,
): Promise<PageFigures[]> {
  const figures: PageFigures[] = [];
  for (const [page, path, cookie] of [
    ["home", "/en", ""],
    ["my applications", "/en/applications?view=submitted", people.exporter],
    ["queue", "/en/office/queue", people.reviewer.cookie],
  ] as const) {
    const address = portal.url + path;
    const response = await fetch(address, { headers: { cookie }, redirect: "manual" });
    const html = await response.text();
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    const raw = await startRaw(databaseUrl, Buffer.byteLength(html));
    try {
      const ours = { address, headers: { cookie }, pid: portal.pid };
      // The same questions as the page of applications: the yardstick of all three.
      const theirs = { address: raw.url, headers: { cookie: people.exporter }, pid: raw.pid };
      await cpuPerRequest(ours, requests);
      await cpuPerRequest(theirs, requests);
      const measured: { cpu: number; raw: number }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        measured.push({
          cpu: await cpuPerRequest(ours, requests),
          raw: await cpuPerRequest(theirs, requests * 4),
        });
      }
      figures.push({
        page,
        html,
        cpu: median(measured.map(({ cpu }) => cpu)),
        raw: median(measured.map((one) => one.raw)),
        ratio: median(measured.map((one) => one.cpu / one.raw)),
      });
    } finally {
      raw.stop();
    }
  }
  return figures;
}

async function startRaw(databaseUrl: string, bytes: number) {
  const port = await freePort(0);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "bench/raw-server.ts", String(port), databaseUrl, String(bytes)],
    { stdio: "inherit" },
  );
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(url).catch(() => undefined);
    if (up) {
      await up.arrayBuffer();
      return { url, pid: processListeningOn(port), stop: () => child.kill() };
    }
    await sleep(100);
  }
  child.kill();
  throw new Error("the raw server does not answer");
}
