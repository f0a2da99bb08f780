import { rmSync } from "node:fs";
import path from "node:path";
import { superuser } from "../scripts/postgres/passwords";
import { database } from "../scripts/postgres/roles";
import { freePort } from "../scripts/ports";
import { buildPortal, generateClient } from "../scripts/prepare";
import { clusterOf } from "../scripts/stack/database";
import { startStack } from "../scripts/stack/stack";
import { stopOnSignal } from "../scripts/stop-on-signal";
import { makeData, type People } from "./data";
import { processListeningOn } from "./processes";

const folder = path.resolve(".data/bench");

/** A built portal with a database of its own, for as long as `work` lasts. */
export async function withPortal(
  say: (line: string) => void,
  work: (
    portal: { url: string; pid: number },
    people: People,
    addresses: { appUrl: string; superuserUrl: string; outbox: string },
  ) => Promise<void>,
): Promise<void> {
  await generateClient(say);
  await buildPortal(say);
  await clusterOf(folder, true).destroy();
  rmSync(folder, { recursive: true, force: true });
  const port = await freePort(0);
  const stack = await startStack({
    dataFolder: folder,
    source: { PORT: String(port) },
    mode: "start",
    say,
    volatile: true,
  });
  stopOnSignal(async () => {
    await stack.stop();
    process.exit(1);
  });
  const cluster = clusterOf(folder, true);
  const held = await cluster.lease();
  try {
    const { appUrl, ownerUrl } = stack.addresses;
    const people = await makeData(ownerUrl, port);
    say("Measuring …");
    await work({ url: stack.configuration.portalUrl, pid: processListeningOn(port) }, people, {
      appUrl,
      superuserUrl: cluster.url(superuser, database),
      outbox: path.join(folder, "outbox"),
    });
  } finally {
    await held.release();
    await stack.stop();
  }
}
