import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Act } from "./acts";

export interface Asked {
  readonly id: number;
  /** ISO: what the clock of the process shows. */
  readonly at: string;
  /** What a worker does in its turn, or what people press. */
  readonly acts: "work" | readonly Act[];
}

/** A process of the portal that does what it is told at a moment that it is told. */
export class Process {
  private readonly child: ChildProcess;
  private asked = 0;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async start(): Promise<Process> {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/reminders/process.ts"], {
      env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    await once(child, "message");
    return new Process(child);
  }

  /** Rejects where something was refused that should not be, or broke. */
  ask(at: string, acts: Asked["acts"]): Promise<void> {
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      const settle = (fault: string | null) => {
        this.child.off("message", heard);
        this.child.off("exit", gone);
        if (fault === null) resolve();
        else reject(new Error(fault));
      };
      const heard = (message: { id: number; fault: string | null }) => {
        if (message.id === id) settle(message.fault);
      };
      const gone = () => {
        settle("the process has ended");
      };
      this.child.on("message", heard);
      this.child.on("exit", gone);
      this.child.send({ id, at, acts });
    });
  }

  async stop(): Promise<void> {
    this.child.disconnect();
    if (this.child.exitCode === null) await once(this.child, "exit");
  }
}
