import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

function isPostgres(pid: number): boolean {
  try {
    if (process.platform === "linux") {
      const state = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "")[0];
      return state !== "Z" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
    }
    const line = execFileSync("ps", ["-o", "stat=,command=", "-p", String(pid)], {
      encoding: "utf8",
    });
    return !line.startsWith("Z") && line.includes("postgres");
  } catch {
    return false;
  }
}

/**
 * After a crash, or in a new container on old data, postmaster.pid can name a process that is gone or
 * has nothing to do with PostgreSQL, which would then refuse to start. Only a live server keeps it.
 */
export function clearStalePid(dataFolder: string): void {
  const file = path.join(dataFolder, "postmaster.pid");
  if (process.platform === "win32" || !existsSync(file)) return;
  if (!isPostgres(Number.parseInt(readFileSync(file, "utf8"), 10))) rmSync(file, { force: true });
}
