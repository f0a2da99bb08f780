import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface Press {
  readonly act: "submit" | "cancel" | "issue";
  readonly userId: string;
  readonly applicationId: string;
}

/** What a command answered. */
export type Pressed =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: string;
      readonly findings?: readonly { readonly rule: string }[];
    };

/** A portal in a process of its own, as several run beside each other. */
export class Portal {
  private readonly child: ChildProcess;
  private asked = 0;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async start(): Promise<Portal> {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/ledger/portal.ts"], {
      env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    await once(child, "message");
    return new Portal(child);
  }

  /** Presses all of these at once. */
  press(presses: readonly Press[]): Promise<Pressed[]> {
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      const heard = (message: { id: number; pressed: Pressed[] }) => {
        if (message.id !== id) return;
        this.child.off("message", heard);
        resolve(message.pressed);
      };
      this.child.on("message", heard);
      this.child.once("exit", () => {
        reject(new Error("the portal has ended"));
      });
      this.child.send({ id, presses: [...presses] });
    });
  }

  async stop(): Promise<void> {
    this.child.disconnect();
    if (this.child.exitCode === null) await once(this.child, "exit");
  }
}
