import path from "node:path";
import { ConfigurationError } from "../lib/env";
import { type Configuration, readConfiguration } from "./configuration";
import { checkDatabase } from "./database/checks";
import { buildPortal, bundleCheckPage, generateClient } from "./prepare";
import { tryLock, unlock } from "./process-lock";
import type { Mode } from "./stack/parts";
import { checkPort, refuseUnlessSafe, type Stack, startStack } from "./stack/stack";
import { stopOnSignal } from "./stop-on-signal";
import { summary } from "./summary";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm start` and `npm run dev`: everything on this machine, until Ctrl-C. */
export async function start(mode: Mode): Promise<void> {
  const dataFolder = path.resolve(".data");
  const lock = path.join(dataFolder, "running.lock");
  const interruption = new AbortController();
  try {
    // What is wrong with the configuration is said before anything takes time.
    const configuration = readConfiguration(process.env);
    await refuseUnlessSafe(configuration, dataFolder);
    const holder = tryLock(lock, configuration.portalUrl);
    if (holder) {
      const where = holder.note ? ` at ${holder.note}` : "";
      throw new Error(
        `This checkout is already running as process ${holder.pid}${where}. Stop it there with Ctrl-C first.`,
      );
    }
    process.once("exit", () => unlock(lock));
    const starting = startAll(mode, configuration, dataFolder, interruption.signal);
    stopOnSignal(async () => {
      say("\nStopping …");
      interruption.abort();
      const stack = await starting.catch(() => undefined);
      await stack?.stop();
      process.exit(0);
    });
    say(summary(await starting, mode));
  } catch (error) {
    if (interruption.signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    const refused = error instanceof ConfigurationError ? "The portal was not started.\n" : "";
    process.stderr.write(`\n${refused}${message}\n`);
    process.exit(1);
  }
}

async function startAll(
  mode: Mode,
  configuration: Configuration,
  dataFolder: string,
  signal: AbortSignal,
): Promise<Stack> {
  const { database } = configuration;
  await checkPort(configuration);
  if (database !== "embedded") await checkDatabase(database.appUrl, database.ownerUrl);
  await generateClient(say, signal);
  await bundleCheckPage();
  if (mode === "start") await buildPortal(say, signal);
  return startStack({ dataFolder, source: process.env, mode, say, signal });
}
