import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBrowser } from "../ensure-browser.mjs";
import { freePort, homePort } from "../ports";
import { buildPortal, bundleCheckPage, generateClient } from "../prepare";
import { withLock } from "../process-lock";
import { secretsFile } from "../secrets";
import { clusterOf } from "../stack/database";
import { portalSettings } from "../stack/settings";
import { startStack } from "../stack/stack";
import { stopOnSignal } from "../stop-on-signal";
import { type Counts, playwrightCounts } from "./counts";
import { report, runCounted } from "./run";

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs browser tests against a whole portal of their own, new each time: own ports, own database, own
 * folder. The tests find it by E2E_URL, and its private file and mails in the folder E2E_DATA.
 * With `killed`, its processes are: a crash of the database loses nothing, as outside of tests, and a part
 * is soon back however often it has ended.
 */
export async function browserTests(
  name: string,
  args: readonly string[],
  { killed = false, env = {} }: { killed?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<Counts> {
  const dataFolder = path.resolve(".data/e2e", name);
  const chromium = await ensureBrowser(say);
  await generateClient(say);
  await bundleCheckPage();
  await buildPortal(say);
  return withLock(`${dataFolder}.lock`, async () => {
    mkdirSync(path.dirname(dataFolder), { recursive: true });
    await clusterOf(dataFolder, !killed).destroy();
    rmSync(dataFolder, { recursive: true, force: true });
    const port = await freePort(homePort(dataFolder, 3));
    const stack = await startStack({
      dataFolder,
      // Much is told at once here: nobody waits behind the mails of another test.
      source: { PORT: String(port), MAIL_PER_SECOND: "50" },
      mode: "start",
      say,
      volatile: !killed,
      longestPause: killed ? 1000 : undefined,
    });
    stopOnSignal(async () => {
      await stack.stop();
      process.exit(1);
    });
    try {
      return await runCounted(
        name,
        ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...args],
        {
          // The tests make people and applications with the portal's own code, on its database.
          ...portalSettings(
            stack.configuration,
            dataFolder,
            stack.secrets,
            stack.ports,
            stack.addresses,
          ),
          // Nobody but the owner gives the first roles.
          DATABASE_OWNER_URL: stack.addresses.ownerUrl,
          GCKEY_DATABASE_URL: stack.providerDatabaseUrl,
          GCKEY_SECRETS: secretsFile(dataFolder),
          E2E_URL: stack.configuration.portalUrl,
          E2E_DATA: dataFolder,
          E2E_CHROMIUM: chromium,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report(name),
          ...env,
        },
        playwrightCounts,
      );
    } finally {
      await stack.stop();
    }
  });
}
