import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { freePort } from "../scripts/ports";
import { buildPortal, generateClient } from "../scripts/prepare";
import { clusterOf } from "../scripts/stack/database";
import { startStack } from "../scripts/stack/stack";
import { stopOnSignal } from "../scripts/stop-on-signal";
import { makeData } from "./data";
import { measurePages } from "./pages";
import { memory, processListeningOn } from "./processes";
import { measureRendering } from "./rendering";
import { scriptSizes } from "./scripts";
import { measureUploads } from "./uploads";

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = path.resolve(".data/bench");

/**
 * Measures the portal on this machine against yardsticks of the same run. Figures are reported, never
 * judged: ratios travel from machine to machine, milliseconds do not.
 */
async function main(): Promise<void> {
  await generateClient(say);
  await buildPortal(say);
  await clusterOf(folder, true).destroy();
  rmSync(folder, { recursive: true, force: true });
  const port = await freePort(0);
  const source = { PORT: String(port) };
  const stack = await startStack({
    dataFolder: folder,
    source,
    mode: "start",
    say,
    volatile: true,
  });
  stopOnSignal(async () => {
    await stack.stop();
    process.exit(1);
  });
  try {
    const portal = { url: stack.configuration.portalUrl, pid: processListeningOn(port) };
    const people = await makeData(stack.addresses.ownerUrl, port);
    say("Measuring …");
    const pages = await measurePages(portal, people, stack.addresses.appUrl);
    const scripts = await scriptSizes(portal.url, people);
    const uploads = await measureUploads(portal, people);
    const rendering = await measureRendering();
    const rss = Math.round(memory(portal.pid));

    say("\nCPU milliseconds a request, median of the rounds; ratio to the raw Node and pg page");
    for (const { page, cpu, raw, ratio, html } of pages) {
      say(
        `  ${page.padEnd(18)} ${cpu.toFixed(2).padStart(7)}   raw ${raw.toFixed(2).padStart(5)}   × ${ratio.toFixed(1)}   html ${kB(html.length)}, gzip ${kB(gzipSync(html).length)}`,
      );
    }
    say("\nScript of a first visit, gzip");
    for (const { page, gzip, files } of scripts)
      say(`  ${page.padEnd(18)} ${kB(gzip)} in ${files} files`);
    say("\nCertificate as PDF, CPU milliseconds");
    say(
      `  first ${rendering.first.toFixed(0)}, then ${rendering.next.toFixed(0)}; ${kB(rendering.bytes)}`,
    );
    const share = (speed: number) =>
      `${speed.toFixed(0)} MB/s, × ${(speed / uploads.raw).toFixed(2)}`;
    say("\nUploads, 10 × 15 MB at once; ratio to a raw pipe with SHA-256");
    say(
      `  raw ${uploads.raw.toFixed(0)} MB/s   received ${share(uploads.received)}   checked and kept ${share(uploads.kept)}`,
    );
    say(`  the portal grew by ${uploads.growth.toFixed(0)} MB`);
    say(`\nMemory of the portal after this: ${rss} MB`);

    mkdirSync(".cache/reports", { recursive: true });
    const figures = {
      pages: pages.map(({ html, ...rest }) => ({ ...rest, bytes: html.length })),
      scripts,
      uploads,
      rendering,
      rss,
    };
    writeFileSync(".cache/reports/bench.json", `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await stack.stop();
  }
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

await main();
