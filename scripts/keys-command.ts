import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type pg from "pg";
import { addDays, isCalendarDate } from "../lib/calendar";
import { algOf, publicKey, type PublicKey } from "../lib/certificates/keys/jwk";
import { keyPurposes, type KeyPurpose } from "../lib/certificates/keys/purposes";
import { todayInOttawa } from "../lib/clock";
import { type Configuration, readConfiguration } from "./configuration";
import { documentCommand } from "./document-command";
import { withClient } from "./postgres/roles";
import {
  destroyEnded,
  keyFolderOf,
  listKeys,
  makeKey,
  publishKey,
  signsOn,
  yearFrom,
  type KeyRow,
} from "./signing-keys";
import { withDatabase } from "./stack/database";

/** Days that a key is published before it signs, so that every list of keys that is kept anywhere has it by then. */
const NOTICE = 30;

const usage = `Commands:
  npm run keys -- list
  npm run keys -- rotate [seal|credential|log|specimen] [--from YYYY-MM-DD] [--jwk FILE]
  npm run keys -- revoke KID --from-log-size N
  npm run keys -- documents [renew]`;

interface Asked {
  readonly configuration: Configuration;
  readonly folder: string;
  readonly client: pg.Client;
  readonly today: string;
}

/** `npm run keys -- …`. @returns the exit code */
export async function keysCommand(
  args: string[],
  dataFolder: string,
  source: Readonly<Record<string, string | undefined>>,
): Promise<0 | 1> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: "string" },
        jwk: { type: "string" },
        "from-log-size": { type: "string" },
      },
    });
    const [command, subject] = positionals;
    const configuration = readConfiguration(source);
    const folder = keyFolderOf(configuration, dataFolder);
    const inDatabase = () =>
      withDatabase(configuration, dataFolder, ({ ownerUrl }) =>
        withClient(ownerUrl, async (client) => {
          const asked = { configuration, folder, client, today: todayInOttawa() };
          if (command === "list") return table(await listKeys(client), asked.today);
          if (command === "rotate")
            return rotate(asked, subject ?? "seal", values.from, values.jwk);
          if (command === "revoke") return revoke(asked, subject, values["from-log-size"]);
          throw new Error(usage);
        }),
      );
    const said =
      command === "documents"
        ? await documentCommand(configuration, folder, subject === "renew")
        : await inDatabase();
    process.stdout.write(`${said}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function rotate(
  { configuration, folder, client, today }: Asked,
  named: string,
  given: string | undefined,
  file: string | undefined,
): Promise<string> {
  const purpose = keyPurposes.find((one) => one === named);
  if (!purpose) throw new Error(`A purpose is one of ${keyPurposes.join(", ")}.`);
  if (given !== undefined && (!isCalendarDate(given) || given < today))
    throw new Error("--from must be a date, YYYY-MM-DD, and not in the past.");
  const keys = await listKeys(client);
  const from = given ?? firstDay(keys, purpose, today);
  const key = file
    ? readPublicKey(file, purpose)
    : configuration.signingKeys === "files" && purpose !== "log"
      ? await makeKey(folder)
      : null;
  if (!key)
    throw new Error(
      "This key is kept elsewhere (docs/operations.md): make it there, and give its public part with --jwk FILE.",
    );
  const kid = await publishKey(client, key, purpose, yearFrom(from));
  destroyEnded(folder, keys, today);
  const short =
    from < addDays(today, NOTICE) && keys.some((one) => one.purpose === purpose)
      ? `\nThat is in less than ${NOTICE} days: check pages without a network may not know it yet.`
      : "";
  return `Key ${kid} is published. It signs for ${purpose} from ${from} to ${yearFrom(from).to}.${short}`;
}

/** In thirty days, sooner where the last key would end before: no day is without one. */
function firstDay(keys: readonly KeyRow[], purpose: KeyPurpose, today: string): string {
  const good = keys.filter((key) => key.purpose === purpose && key.revoked === null);
  const covered = good.some(signsOn(today));
  if (!covered) return today;
  const after = addDays(
    good.map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
    1,
  );
  const notice = addDays(today, NOTICE);
  return after < notice ? after : notice;
}

function readPublicKey(file: string, purpose: KeyPurpose): PublicKey {
  const read = publicKey.safeParse(JSON.parse(readFileSync(file, "utf8")));
  const alg = purpose === "log" ? "EdDSA" : "ES256";
  if (!read.success || algOf(read.data) !== alg)
    throw new Error(`${file} must be a public JWK for ${alg}.`);
  return read.data;
}

async function revoke(
  { client, folder, today }: Asked,
  kid: string | undefined,
  size: string | undefined,
): Promise<string> {
  if (!kid || !/^\d{1,18}$/.test(size ?? "")) throw new Error(usage);
  const { rows } = await client.query<{ kid: string }>(
    `UPDATE "SigningKey" SET "revokedFromLogSize" = $2, "revokedAt" = coalesce("revokedAt", now())
      WHERE kid = $1 OR thumbprint = $1 RETURNING kid`,
    [kid, size],
  );
  if (!rows[0]) throw new Error(`There is no key ${kid}.`);
  destroyEnded(folder, await listKeys(client), today);
  return `Key ${rows[0].kid} is revoked: what the log had before it had ${size} entries still counts, nothing else. Now rotate.`;
}

function table(keys: readonly KeyRow[], today: string): string {
  if (keys.length === 0) return "No key is published.";
  const stateOf = ({ from, to, revoked }: KeyRow) => {
    if (revoked !== null) return `revoked from log size ${revoked}`;
    if (to < today) return "ended";
    return from > today ? "to come" : "signs";
  };
  return keys
    .map((key) =>
      [key.kid, key.purpose.padEnd(10), `${key.from} to ${key.to}`, stateOf(key)]
        .concat(`\n${" ".repeat(18)}${key.thumbprint}`)
        .join("  "),
    )
    .join("\n");
}
