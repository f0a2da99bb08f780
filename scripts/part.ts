import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type PartSpec = {
  /** As in "worker": names the log file. */
  readonly name: string;
  /** As in "The worker": begins a sentence. */
  readonly title: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Whether it does its work now. */
  readonly answers: () => Promise<boolean>;
  /** Holds logs/<name>.log and run/<name>.pid. */
  readonly folder: string;
  /** Where its output goes. */
  readonly log: "file" | "terminal";
  /** Milliseconds it may take to end when it is asked to. */
  readonly patience?: number;
  /** Milliseconds after which it is started again at the latest. */
  readonly longestPause?: number | undefined;
};

export type Part = { readonly title: string; stop(): Promise<void> };

const endWithParent = new URL("end-with-parent.mjs", import.meta.url).href;
const largestLog = 10 * 1024 * 1024;

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog)
    renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

const logFile = ({ folder, name }: PartSpec) => path.join(folder, "logs", `${name}.log`);

function lastLines(spec: PartSpec): string {
  if (spec.log === "terminal") return "";
  return readFileSync(logFile(spec), "utf8").trimEnd().split("\n").slice(-15).join("\n");
}

/** Ends by force whatever a process started and did not end itself. */
function endRest({ pid }: ChildProcess): void {
  if (pid === undefined || process.platform === "win32") return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

/** Ends a process and all it started: kindly first, then by force. */
async function end(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    await Promise.race([gone, sleep(patience, undefined, { ref: false })]);
    child.kill("SIGKILL");
  }
  endRest(child);
}

/**
 * Starts a part of the portal and keeps it running: when it ends by itself it is started again, after
 * a pause that doubles up to 15 seconds, or to what its description says. Resolves when the part first answers.
 * @throws when it ends three times, has not answered after two minutes, or the start is interrupted
 */
export async function startPart(
  spec: PartSpec,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<Part> {
  let child: ChildProcess | undefined;
  let stopping = false;
  const { longestPause = 15_000 } = spec;
  let pause = 500;
  let deaths = 0;

  const pidFile = path.join(spec.folder, "run", `${spec.name}.pid`);
  mkdirSync(path.dirname(pidFile), { recursive: true });

  const launch = () => {
    const log = spec.log === "file" ? openLog(logFile(spec)) : "inherit";
    const began = Date.now();
    const launched = spawn(process.execPath, ["--import", endWithParent, ...spec.args], {
      env: spec.env,
      stdio: ["ignore", log, log],
      // A group of its own: Ctrl-C in the terminal reaches only the start, which ends the parts in order.
      detached: process.platform !== "win32",
    });
    child = launched;
    if (typeof log === "number") closeSync(log);
    writeFileSync(pidFile, String(launched.pid));
    launched.once("exit", (code, signal) => {
      if (stopping) return;
      // A child of its own that survived it would keep its port.
      endRest(launched);
      deaths += 1;
      if (Date.now() - began > 30_000) pause = 500;
      const wait = pause;
      pause = Math.min(pause * 2, longestPause);
      const how = signal ? `by ${signal}` : `with code ${code ?? "?"}`;
      say(`${spec.title} ended (${how}); starting it again in ${wait / 1000} s.`);
      setTimeout(() => {
        if (!stopping) launch();
      }, wait);
    });
  };

  const part: Part = {
    title: spec.title,
    stop: async () => {
      stopping = true;
      if (child) await end(child, spec.patience ?? 10_000);
      rmSync(pidFile, { force: true });
    },
  };

  launch();
  const limit = Date.now() + 120_000;
  while (!(await spec.answers().catch(() => false))) {
    if (deaths >= 3 || Date.now() > limit || signal?.aborted) {
      await part.stop();
      signal?.throwIfAborted();
      const why = deaths >= 3 ? "does not stay up" : "does not answer";
      throw new Error(`${spec.title} ${why}.\n${lastLines(spec)}`.trimEnd());
    }
    await sleep(100);
  }
  return part;
}
