import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { askVersion, type Scanner } from "@/lib/documents/scan/clamd";
import { eicar } from "@/tests/stand-ins/eicar";

/*
 * A real clamd with a few signatures made here, on a port and in a folder of its own; nothing of it goes to
 * the network. It is no antivirus: it knows EICAR and three rules.
 */

const signatures = {
  "kp.ndb": `KP.Test.EICAR:0:*:${Buffer.from(eicar).toString("hex")}\n`,
  "kp.ldb": [
    "KP.Policy.PDF.JavaScript;Engine:81-255,Target:10;0|1;2f4a617661536372697074;2f4a532028",
    "KP.Policy.PDF.Launch;Engine:81-255,Target:10;0;2f4c61756e6368",
    "",
  ].join("\n"),
  "kp.cdb": "KP.Policy.Office.VbaProject:*:*:vbaProject\\.bin$:*:*:*:*:*:*\n",
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** @param program clamd's path */
export async function installDaemon(program: string) {
  const folder = await mkdtemp(join(tmpdir(), "portal-clamd-"));
  const port = await freePort();
  await mkdir(join(folder, "db"));
  for (const [name, text] of Object.entries(signatures)) {
    await writeFile(join(folder, "db", name), text);
  }
  const account = process.getuid?.() === 0 ? ["User root"] : [];
  const settings = [
    `TCPSocket ${port}`,
    "TCPAddr 127.0.0.1",
    `DatabaseDirectory ${join(folder, "db")}`,
    `TemporaryDirectory ${folder}`,
    ...["Foreground yes", "StreamMaxLength 20M", "MaxFileSize 20M", "MaxScanSize 60M"],
    ...["AlertExceedsMax yes", "AlertEncrypted yes", "AlertOLE2Macros yes"],
    ...account,
  ];
  await writeFile(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  const scanner: Scanner = { host: "127.0.0.1", port, seconds: 20 };
  let daemon: ChildProcess | undefined;

  async function start(): Promise<number> {
    const began = Date.now();
    let said = "";
    const child = spawn(program, ["--config-file", join(folder, "clamd.conf")], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const output of [child.stdout, child.stderr]) {
      output.on("data", (part: Buffer) => (said += part.toString()));
    }
    daemon = child;
    while (!(await askVersion(scanner))) {
      if (child.exitCode !== null || Date.now() - began > 60_000) {
        throw new Error(`clamd did not start:\n${said}`);
      }
      await sleep(100);
    }
    return Date.now() - began;
  }

  async function kill(): Promise<void> {
    if (!daemon || daemon.exitCode !== null || daemon.signalCode !== null) return;
    const ended = once(daemon, "exit");
    daemon.kill("SIGKILL");
    await ended;
  }

  return {
    scanner,
    start,
    kill,
    /** Takes connections, and answers nothing, until it is killed. */
    freeze: () => daemon?.kill("SIGSTOP"),
    remove: async () => {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}
