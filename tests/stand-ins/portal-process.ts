import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type PortalProcess = {
  /** What it said when it had come to the point. */
  readonly said: string;
  kill(): Promise<void>;
};

/** Starts process.ts with the settings of this test and waits until it has come to that point. */
export async function portalProcess(
  point: "upload" | "put" | "putting" | "weigh",
  settings: Readonly<Record<string, string>> = {},
): Promise<PortalProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/stand-ins/process.ts", point], {
    env: { ...process.env, ...settings, TSX_TSCONFIG_PATH: "tsconfig.node.json" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  for await (const said of createInterface(child.stdout)) {
    const kill = async () => {
      child.kill("SIGKILL");
      await ended;
    };
    return { said, kill };
  }
  throw new Error(`The process ended before the point "${point}".`);
}
