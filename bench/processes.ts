import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The process that listens on a port of this machine (Linux). */
export function processListeningOn(port: number): number {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const inodes = new Set(
    ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .map((line) => line.trim().split(/\s+/))
        .filter((columns) => columns[1]?.endsWith(wanted) && columns[3] === "0A")
        .map((columns) => `socket:[${columns[9]}]`),
    ),
  );
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`)) {
        if (inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`))) return Number(pid);
      }
    } catch {
      // It ended meanwhile, or it is not ours to look at.
    }
  }
  throw new Error(`nothing listens on port ${port}`);
}

/** What /proc/<pid>/stat says behind the name of the program. */
const statOf = (pid: number | string): string[] =>
  readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");

/** CPU time a process has used so far, in milliseconds, with a resolution of 10. */
export function cpuTime(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The same of a process, of its children, and of those of its children that have ended. */
export function familyCpuTime(pid: number): number {
  const ended = statOf(pid).slice(13, 15).map(Number);
  const own = ended.reduce((sum, ticks) => sum + ticks * 10, cpuTime(pid));
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, name) => {
      try {
        return statOf(name)[1] === String(pid) ? sum + cpuTime(Number(name)) : sum;
      } catch {
        return sum; // It ended meanwhile.
      }
    }, own);
}

/** Memory a process holds now, in MB. */
export function memory(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
