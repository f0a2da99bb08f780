import { readFileSync } from "node:fs";

/** The parent of a process and its program's name, where the system tells. */
function processOf(pid: number): { parent: number; program: string } | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const [, program = "", rest = ""] =
      /^\d+ \((.*)\) \S (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return { program, parent: Number.parseInt(rest, 10) };
  } catch {
    return undefined;
  }
}

/** Who started this process: npm, or the shell that npm put between, together with npm. */
function starters(): string {
  const parent = processOf(process.ppid);
  const shell = parent && /^(ba|da|a)?sh$/.test(parent.program);
  return `${process.ppid} ${shell ? parent.parent : ""}`;
}

/**
 * Calls `stop` once when this process is asked to end: by Ctrl-C, by a signal, or because the npm that
 * started it is gone without a word.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    void stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const before = starters();
  setInterval(() => {
    if (starters() !== before) ask();
  }, 1000).unref();
}
