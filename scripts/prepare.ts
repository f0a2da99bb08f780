import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildVerifier } from "./build-verifier";
import { filesUnder, fingerprint } from "./fingerprint";
import { withLock } from "./process-lock";

type Say = (line: string) => void;

/** Runs a program to its end; its output is shown only if it fails. */
function runQuietly(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  what: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${what} did not succeed:\n${Buffer.concat(output).toString("utf8")}`));
    });
  });
}

async function once(stamp: string, current: string, work: () => Promise<void>): Promise<void> {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) return;
  // Without its stamp, interrupted work is done again from the start.
  rmSync(stamp, { force: true });
  await work();
  writeFileSync(stamp, current);
}

const prismaVersion = () => readFileSync("node_modules/prisma/package.json", "utf8");

/** Makes the database client when the schema changed. */
export function generateClient(say: Say, signal?: AbortSignal): Promise<void> {
  const current = fingerprint(["prisma/schema.prisma", "prisma.config.ts"], prismaVersion());
  return withLock(".data/prepare.lock", () =>
    once("prisma/generated/.fingerprint", current, async () => {
      say("Generating the database client …");
      const env = {
        ...process.env,
        // Generating needs no engine, but Prisma downloads one unless this names an existing file.
        PRISMA_SCHEMA_ENGINE_BINARY: process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ?? process.execPath,
      };
      await runQuietly(
        ["node_modules/prisma/build/index.js", "generate"],
        env,
        "Generating the database client",
        signal,
      );
    }),
  );
}

/** Bundles the check page into public/V. It takes a tenth of a second, so it is always done. */
export function bundleCheckPage(): Promise<void> {
  return withLock(".data/prepare.lock", () => buildVerifier());
}

const notBuilt = new Set(
  [
    "node_modules",
    "docs",
    "e2e",
    "bench",
    "scripts",
    "gckey",
    "outbox",
    "verifier",
    "public/V",
    "prisma/migrations",
    "prisma/seed",
  ].concat(["prisma/generated", "next-env.d.ts", "test-results", "playwright-report"]),
);

/** The sources of the portal: all that is in the checkout but what is known to be no part of a build. */
function portalSources(): string[] {
  return filesUnder(
    ["."],
    (file) =>
      notBuilt.has(file.replaceAll("\\", "/")) ||
      /\.(md|tsbuildinfo|test\.tsx?|d\.json\.ts)$/.test(file),
  );
}

/** Builds the portal when its sources changed since the last build that was finished. */
export function buildPortal(say: Say, signal?: AbortSignal): Promise<void> {
  return withLock(".data/prepare.lock", () =>
    once(".next/kp-fingerprint", fingerprint(portalSources(), process.version), async () => {
      say("Building the portal (about a minute) …");
      const env = { ...process.env, NODE_ENV: "production" as const };
      await runQuietly(
        ["node_modules/next/dist/bin/next", "build"],
        env,
        "Building the portal",
        signal,
      );
    }),
  );
}
