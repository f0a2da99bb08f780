import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PartSpec, startPart } from "./part";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "kp-part-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

function part(script: string): PartSpec & { pid(): number } {
  const file = path.join(folder, "pid");
  const pid = () => (existsSync(file) ? Number(readFileSync(file, "utf8")) : 0);
  return {
    name: "example",
    title: "The example",
    args: [
      "-e",
      `require("fs").writeFileSync(${JSON.stringify(file)}, String(process.pid)); ${script}`,
    ],
    env: process.env,
    answers: () => Promise.resolve(pid() > 0 && isRunning(pid())),
    folder,
    log: "file",
    pid,
  };
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error("waited too long");
    await sleep(20);
  }
}

describe("a part", () => {
  it("is started again when it is killed, and says so", async () => {
    const spec = part("setInterval(() => {}, 1000)");
    const said: string[] = [];
    const running = await startPart(spec, (line) => said.push(line));
    const first = spec.pid();
    process.kill(first, "SIGKILL");
    await until(() => spec.pid() !== first && isRunning(spec.pid()));
    expect(said).toEqual(["The example ended (by SIGKILL); starting it again in 0.5 s."]);
    const second = spec.pid();
    await running.stop();
    expect(isRunning(second)).toBe(false);
  });

  it("is ended by force when it does not listen", async () => {
    const spec = part('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)');
    const running = await startPart({ ...spec, patience: 300 }, () => undefined);
    await sleep(200);
    await running.stop();
    await until(() => !isRunning(spec.pid()));
  });

  it("ends when the start that made it is killed", async () => {
    const spec = part("setInterval(() => {}, 1000)");
    const start = `import(${JSON.stringify(new URL("part.ts", import.meta.url).href)}).then(({ startPart }) =>
      startPart({ ...${JSON.stringify(spec)}, env: process.env, answers: async () => true }, () => undefined))`;
    const starter = spawn(process.execPath, ["--import", "tsx", "-e", start], { stdio: "ignore" });
    await until(() => spec.pid() > 0);
    starter.kill("SIGKILL");
    await until(() => !isRunning(spec.pid()));
  });

  it("that does not stay up stops the start with the last lines of its log", async () => {
    const spec = part('console.error("no such port"); process.exit(3)');
    await expect(
      startPart({ ...spec, answers: () => Promise.resolve(false) }, () => undefined),
    ).rejects.toThrow(/^The example does not stay up\.\n(.*\n)*no such port$/);
  });
});
