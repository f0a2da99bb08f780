import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What tells a process from a later one that got the same number (in a container started again, say):
 * the moment it began, or "" where the system does not tell.
 */
function beginning(pid: number): string {
  if (process.platform === "linux") {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return fields[0] === "Z" ? "dead" : (fields[19] ?? "");
    } catch {
      return "dead";
    }
  }
  if (process.platform === "win32") return "";
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

type Holder = { readonly pid: number; readonly began: string; readonly note: string };

/** Who holds the lock file now, or undefined if nobody alive does. */
export function holderOf(file: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const [pid = "", began = "", ...note] = text.split("\n");
  // Half-written by a process that is just taking it: as good as held.
  if (!text.endsWith("\n")) return { pid: 0, began: "", note: "" };
  const alive = isRunning(Number(pid)) && beginning(Number(pid)) === began;
  return alive ? { pid: Number(pid), began, note: note.join("\n").trim() } : undefined;
}

/** Takes the lock file for this process, or says who has it. */
export function tryLock(file: string, note = ""): Holder | undefined {
  mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      const content = `${process.pid}\n${beginning(process.pid)}\n${note}\n`;
      writeFileSync(file, content, { flag: "wx" });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = holderOf(file);
      if (holder) return holder;
      rmSync(file, { force: true });
    }
  }
}

export function unlock(file: string): void {
  rmSync(file, { force: true });
}

/** Runs `work` while no other process is inside the same lock file; waits for its turn. */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  patienceSeconds = 300,
): Promise<T> {
  const end = Date.now() + patienceSeconds * 1000;
  let holder: Holder | undefined;
  while ((holder = tryLock(file))) {
    if (Date.now() > end) {
      throw new Error(
        `Process ${holder.pid} has held ${file} for ${patienceSeconds} seconds. End it and try again.`,
      );
    }
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    unlock(file);
  }
}
