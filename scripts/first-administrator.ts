import { z } from "zod";
import { readConfiguration } from "./configuration";
import { ensureSecrets } from "./secrets";
import { lastPorts } from "./stack/addresses";
import { migrateDatabase, withDatabase } from "./stack/database";
import { runSeed } from "./stack/seed";
import { portalSettings } from "./stack/settings";

const say = (line: string) => process.stdout.write(`${line}\n`);
const invited = z.object({ token: z.string().nullable() });

async function inviteFirst(
  typed: string | undefined,
  dataFolder: string,
  source: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { data: email } = z.string().trim().toLowerCase().pipe(z.email()).safeParse(typed);
  if (!email) throw new Error("Give an email address: npm run admin:invite -- somebody@example.ca");
  const configuration = readConfiguration(source);
  const secrets = ensureSecrets(dataFolder);
  const answer = await withDatabase(configuration, dataFolder, async (addresses) => {
    await migrateDatabase(addresses, say);
    const portal = portalSettings(
      configuration,
      dataFolder,
      secrets,
      lastPorts(dataFolder),
      addresses,
    );
    const { ownerUrl } = addresses;
    const asOwner = { ...portal, DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl };
    return runSeed("prisma/seed/first-administrator.ts", asOwner, { email });
  });
  const { token } = invited.parse(JSON.parse(answer));
  if (token === null) {
    throw new Error(
      "There is an active administrator already. Ask one of them to invite others on the page Users.",
    );
  }
  say(`${email} is invited to be the first administrator, for 14 days, by this link:

${configuration.portalUrl}/en/office-invitation/${token}

Whoever opens it signs in with their own credential, confirms this address and accepts.
The same link goes out by email as soon as a worker runs.`);
}

/** `npm run admin:invite -- <email address>`. */
export async function adminInvite(
  email: string | undefined,
  dataFolder: string,
  source: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    await inviteFirst(email, dataFolder, source);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
