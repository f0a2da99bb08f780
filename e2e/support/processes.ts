import { readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { clusterOf } from "@/scripts/stack/database";

const folder = process.env["E2E_DATA"] ?? "";

/** A process of the portal under test; never one of another portal on this machine. */
export type Part = "database" | "provider" | "outbox" | "worker" | "portal";

export function pidOf(part: Part): number {
  const file =
    part === "database"
      ? path.join(clusterOf(folder, true).data, "postmaster.pid")
      : path.join(folder, "run", `${part}.pid`);
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (!(pid > 1)) throw new Error(`${file} names no process`);
  return pid;
}

/** Ends a process as a crash would. Returns which one it was. */
export function crash(part: Part): number {
  const pid = pidOf(part);
  process.kill(pid, "SIGKILL");
  return pid;
}

/**
 * Takes the port of a process that has just crashed, so that it cannot come back before `release`:
 * whoever connects is cut off at once.
 */
export async function keepAway(port: number): Promise<{ release(): Promise<void> }> {
  const limit = Date.now() + 10_000;
  for (;;) {
    const server = net.createServer((socket) => socket.destroy());
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) => {
        // The crashed process has not let go of it yet.
        if (error.code === "EADDRINUSE" && Date.now() < limit) resolve(false);
        else reject(error);
      });
      server.listen({ port, host: "127.0.0.1" }, () => resolve(true));
    });
    if (taken) {
      return {
        release: () => new Promise((resolve) => server.close(() => resolve())),
      };
    }
  }
}
