import path from "node:path";
import { ConfigurationError } from "../lib/env";
import { readConfiguration } from "./configuration";
import { checkDatabase } from "./database/checks";
import { buildPortal, generateClient } from "./prepare";
import { tryLock, unlock } from "./process-lock";
import type { Mode } from "./stack/parts";
import { refuseUnlessSafe, type Stack, startStack } from "./stack/stack";
import { stopOnSignal } from "./stop-on-signal";
import { summary } from "./summary";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm start` and `npm run dev`: everything on this machine, until Ctrl-C. */
export async function start(mode: Mode): Promise<void> {
  const dataFolder = path.resolve(".data");
  const lock = path.join(dataFolder, "running.lock");
  let stack: Stack | undefined;
  const finish = async (code: number) => {
    await stack?.stop();
    unlock(lock);
    process.exit(code);
  };
  try {
    // What is wrong with the configuration is said before anything takes time.
    const configuration = readConfiguration(process.env);
    const holder = tryLock(lock, configuration.portalUrl);
    if (holder) {
      say(
        `This checkout is already running as process ${holder.pid}${holder.note ? ` at ${holder.note}` : ""}. Stop it there with Ctrl-C first.`,
      );
      process.exit(1);
    }
    const starting = startAll(mode, dataFolder).then((started) => (stack = started));
    stopOnSignal(async () => {
      say("\nStopping …");
      // Parts that are just being started are stopped too: wait until the start knows them.
      await starting.catch(() => undefined);
      await finish(0);
    });
    say(summary(await starting, mode));
  } catch (error) {
    const known = error instanceof ConfigurationError;
    process.stderr.write(
      `\n${known ? "The portal was not started.\n" : ""}${error instanceof Error ? error.message : String(error)}\n`,
    );
    await finish(1);
  }
}

async function startAll(mode: Mode, dataFolder: string): Promise<Stack> {
  const configuration = readConfiguration(process.env);
  await refuseUnlessSafe(configuration, dataFolder);
  const { database } = configuration;
  if (database !== "embedded") await checkDatabase(database.appUrl, database.ownerUrl);
  await generateClient(say);
  if (mode === "start") await buildPortal(say);
  return startStack({ dataFolder, source: process.env, mode, say });
}
