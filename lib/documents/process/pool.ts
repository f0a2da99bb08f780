import { spawn, type ChildProcess } from "node:child_process";
import { z } from "zod";
import { err, ok, type Result } from "@/lib/result";
import type { JobInput, JobName } from "./jobs";

export interface PoolLimits {
  /** How many processes run at once. */
  readonly processes: number;
  /** Jobs that may wait for one. */
  readonly waiting: number;
  /** Milliseconds a job may take, once a process has it. */
  readonly job: number;
  /** Milliseconds a process may take to start. */
  readonly start: number;
  /** Milliseconds a process without a job is kept. */
  readonly idle: number;
  /** Megabytes of a process's heap. */
  readonly heap: number;
}

interface Job {
  readonly request: { readonly name: JobName; readonly input: unknown };
  readonly resolve: (outcome: Outcome) => void;
}
type Outcome = Result<unknown, "unchecked">;

interface Member {
  readonly child: ChildProcess;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

const message = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ failed: z.literal(true) }),
  z.strictObject({ value: z.unknown() }),
]);

/**
 * A few processes of the same kind that do one job each at a time. They start at the first job and end when
 * they have none for a while. A process that crashes, or is too slow, is ended; its job is answered with
 * "unchecked", and the next job gets another process.
 */
export class Pool {
  readonly #limits: PoolLimits;
  readonly #members = new Set<Member>();
  readonly #waiting: Job[] = [];

  constructor(limits: PoolLimits) {
    this.#limits = limits;
  }

  run<N extends JobName>(name: N, input: JobInput<N>): Promise<Outcome> {
    return new Promise((resolve) => {
      if (this.#waiting.length >= this.#limits.waiting) return resolve(err("unchecked"));
      this.#waiting.push({ request: { name, input }, resolve });
      this.#next();
    });
  }

  /** The processes that run now. */
  get pids(): number[] {
    return [...this.#members].flatMap(({ child }) => child.pid ?? []);
  }

  #next(): void {
    for (const member of this.#members) {
      if (member.ready && !member.job) this.#give(member, this.#waiting.shift());
    }
    const starting = [...this.#members].filter(({ ready }) => !ready).length;
    if (this.#waiting.length > starting && this.#members.size < this.#limits.processes) {
      this.#start();
    }
  }

  #give(member: Member, job: Job | undefined): void {
    if (!job) return;
    member.job = job;
    this.#within(member, this.#limits.job);
    hold(member, true);
    member.child.send(job.request);
  }

  #start(): void {
    const child = spawn(process.execPath, nodeArguments(this.#limits.heap), {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { NODE_ENV: "production", TSX_TSCONFIG_PATH: "tsconfig.node.json" },
    });
    const member: Member = { child, ready: false, job: null, timer: undefined };
    this.#members.add(member);
    this.#within(member, this.#limits.start);
    const gone = () => this.#remove(member);
    child.once("exit", gone).once("error", gone);
    child.on("message", (sent) => this.#hear(member, sent));
  }

  /** Ends a process that has said nothing for so long. */
  #within(member: Member, milliseconds: number): void {
    clearTimeout(member.timer);
    member.timer = setTimeout(() => {
      member.child.kill("SIGKILL");
      // At once: until it is gone it must not be given another job.
      this.#remove(member);
    }, milliseconds);
  }

  #hear(member: Member, sent: unknown): void {
    const said = message.safeParse(sent).data;
    member.ready = true;
    if (said && "value" in said) member.job?.resolve(ok(said.value));
    else member.job?.resolve(err("unchecked"));
    member.job = null;
    this.#within(member, this.#limits.idle);
    hold(member, false);
    this.#next();
  }

  /** Whoever waited for it is told; what failed to start costs the next job, so that it ends. */
  #remove(member: Member): void {
    if (!this.#members.delete(member)) return;
    clearTimeout(member.timer);
    const job = member.job ?? (member.ready ? undefined : this.#waiting.shift());
    job?.resolve(err("unchecked"));
    this.#next();
  }
}

/** An idle process does not keep its parent running. */
function hold({ child, timer }: Member, held: boolean): void {
  if (held) {
    child.ref();
    child.channel?.ref();
    timer?.ref();
  } else {
    child.unref();
    child.channel?.unref();
    timer?.unref();
  }
}

/** Node, with the entry of the process by its path from the folder in which every part of the portal runs. */
const nodeArguments = (heap: number): string[] => [
  `--max-old-space-size=${heap}`,
  ...["--import", "tsx", "lib/documents/process/main.ts"],
];
