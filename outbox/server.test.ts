import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "outbox-"));
});
afterEach(() => rm(directory, { recursive: true }));

async function portOf(server: ReturnType<typeof createServer>) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

function run(settings: Record<string, string>) {
  const env: NodeJS.ProcessEnv = Object.assign({}, process.env, {
    OUTBOX_DIR: directory,
    OUTBOX_API_KEYS: "k",
    ...settings,
  });
  const child = spawn(process.execPath, ["--import", "tsx", "outbox/server.ts"], { env });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return { child, ended: once(child, "close"), said: () => said };
}

it("listens on this machine only and ends when asked", async () => {
  const probe = createServer();
  const port = await portOf(probe);
  probe.close();
  const outbox = run({ OUTBOX_PORT: String(port) });
  while (!outbox.said().includes("outbox ready")) await once(outbox.child.stdout, "data");
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  await expect(fetch(`http://[::1]:${port}/healthz`)).rejects.toThrow();
  outbox.child.kill("SIGTERM");
  expect(await outbox.ended).toEqual([0, null]);
});

it("names a port that is taken", async () => {
  const other = createServer();
  const port = await portOf(other);
  const outbox = run({ OUTBOX_PORT: String(port) });
  expect(await outbox.ended).toEqual([1, null]);
  expect(outbox.said()).toContain(`OUTBOX_PORT ${port} is in use.`);
  other.close();
});

it.each([
  [{ OUTBOX_PORT: "" }, "OUTBOX_PORT is not set."],
  [{ OUTBOX_PORT: "x" }, "OUTBOX_PORT must be a port number"],
  [{ OUTBOX_PORT: "1", OUTBOX_API_KEYS: "" }, "OUTBOX_API_KEYS is not set."],
])("names what is wrong with %j", async (settings, sentence) => {
  const outbox = run(settings);
  expect(await outbox.ended).toEqual([1, null]);
  expect(outbox.said()).toContain(sentence);
});
