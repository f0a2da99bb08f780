import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { measureCertificate } from "./certificate";
import { withPortal } from "./portal";
import { measureMail } from "./mail";
import { measureOffice } from "./office";
import { measurePages } from "./pages";
import { memory } from "./processes";
import { measureRendering } from "./rendering";
import { measureResponsiveness, watchEventLoops } from "./responsiveness";
import { scriptSizes } from "./scripts";
import { measureUploads } from "./uploads";

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Measures the portal on this machine against yardsticks of the same run. Figures are reported, never
 * judged: ratios travel from machine to machine, milliseconds do not.
 */
const portal = () =>
  withPortal(say, async (portal, people, addresses) => {
    const pages = await measurePages(portal, people, addresses.appUrl);
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

    const figures = {
      pages: pages.map(({ html, ...rest }) => ({ ...rest, bytes: html.length })),
      scripts,
      uploads,
      rendering,
      rss,
    };
    keep("bench", figures);
  });

/** The office's pages with a thousand files and with a million. */
const office = () =>
  withPortal(say, async (portal, people, addresses) => {
    const figures = await measureOffice(portal, people.reviewer, addresses.superuserUrl, say);
    say(
      "\nCPU milliseconds a request with 1,000 and 1,000,000 files, of the portal and the database;",
    );
    say("the longest statement, and how many there are");
    for (const { page, few, many } of figures) {
      const pair = (one: number, other: number) =>
        `${one.toFixed(2).padStart(7)} ${other.toFixed(2).padStart(7)}  × ${(other / one).toFixed(2)}`;
      say(
        `  ${page.padEnd(16)} ${pair(few.portal, many.portal)}   ${pair(few.database, many.database)}   ${few.longest.toFixed(1)} and ${many.longest.toFixed(1)} ms   ${many.statements.toFixed(1)}`,
      );
    }
    keep("bench-office", figures);
  });

/** Drawing, signing and verifying certificates, and what the portal's visitors notice of it. */
async function certificate(): Promise<void> {
  const work = await measureCertificate();
  say("A certificate, CPU milliseconds; ratio to pdfkit alone, and to ES256 of WebCrypto");
  for (const { what, cpu, raw, ratio } of work) {
    say(
      `  ${what.padEnd(16)} ${cpu.toFixed(2).padStart(8)}   raw ${raw.toFixed(3).padStart(8)}   × ${ratio.toFixed(1)}`,
    );
  }
  watchEventLoops();
  await withPortal(say, async (portal, people, { superuserUrl }) => {
    const responsiveness = await measureResponsiveness(portal, people, superuserUrl);
    say("\nThe serving process while one person visits it, milliseconds");
    for (const [when, { seconds, held, answered }] of Object.entries(responsiveness)) {
      say(
        `  ${when.padEnd(10)} ${seconds.toFixed(0)} s   event loop held: median ${held.median.toFixed(1)}, 99 % ${held.p99.toFixed(0)}, longest ${held.longest.toFixed(0)}   answers: median ${answered.median.toFixed(0)}, 99 % ${answered.p99.toFixed(0)}`,
      );
    }
    keep("bench-certificate", { work, responsiveness });
  });
}

/** How long a mail takes where nothing else is to be done. */
const mail = () =>
  withPortal(say, async (_portal, people, { appUrl, outbox }) => {
    const figures = await measureMail(appUrl, people.reviewer.id, outbox);
    say("\nFrom the commit until the provider has the mail, milliseconds");
    say(`  median ${figures.median.toFixed(0)}, 99 % ${figures.p99.toFixed(0)}`);
    keep("bench-mail", figures);
  });

function keep(name: string, figures: unknown): void {
  mkdirSync(".cache/reports", { recursive: true });
  writeFileSync(`.cache/reports/${name}.json`, `${JSON.stringify(figures, null, 2)}\n`);
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const suites: Partial<Record<string, () => Promise<void>>> = { portal, office, certificate, mail };
const suite = suites[process.argv[2] ?? "portal"];
if (!suite) throw new Error(`Unknown suite. There are: ${Object.keys(suites).join(", ")}.`);
await suite();
