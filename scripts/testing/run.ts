import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { readJson } from "../private-file";
import type { Counts } from "./counts";

/** Runs a program of this project to its end, its output in this terminal; returns its exit code. */
export function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

export const report = (name: string) => path.resolve(".cache/reports", `${name}.json`);

/** Runs tests that write a report, and counts what it says: no report, or no test, is a failure. */
export async function runCounted(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  count: (report: unknown) => Counts,
): Promise<Counts> {
  rmSync(report(name), { force: true });
  const code = await run(args, env);
  const written = readJson(report(name));
  if (written === undefined) return { passed: 0, failed: 1, named: [`wrote no report: ${name}`] };
  const counts = count(written);
  if (counts.failed > 0) return counts;
  if (code === 0 && counts.passed > 0) return counts;
  return { ...counts, failed: 1, named: [`ended with code ${code}: ${name}`] };
}
