import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { askOf } from "../lib/ask";
import { checkpointsIn } from "../lib/transparency/checkpoint";
import { fileNoteSigner, logOrigin } from "../lib/transparency/file-signer";
import { monitor, type Monitored, type Wrong } from "../lib/transparency/monitor";
import { readVerifierKey, type VerifierKey } from "../lib/transparency/signed-note";
import { type Configuration, readConfiguration } from "./configuration";
import { logKeyFile } from "./log-key";
import { withClient } from "./postgres/roles";
import { withDatabase } from "./stack/database";

type Source = Readonly<Record<string, string | undefined>>;

/** What the command ends with: 0 whole; 1 not whole; 2 it could not be told. */
type ExitCode = 0 | 1 | 2;

/**
 * `npm run log:monitor -- [--key verifier key]… <file>…`: makes the tree of the certificate log anew from its
 * rows, and compares it with the checkpoints in these files, as they were mailed, and with those that are stored.
 */
export async function monitorLog(
  args: string[],
  dataFolder: string,
  source: Source,
): Promise<ExitCode> {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { key: { type: "string", multiple: true } },
      allowPositionals: true,
    });
    const configuration = readConfiguration(source);
    const keys = values.key ? values.key.map(givenKey) : [keyHere(configuration, dataFolder)];
    const texts = await Promise.all(positionals.map((file) => readFile(file, "utf8")));
    const kept = [...new Set(texts.flatMap(checkpointsIn))];
    const found = await withDatabase(configuration, dataFolder, ({ appUrl }) =>
      withClient(appUrl, async (client) => {
        // One moment, while others append.
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return monitor(askOf(client), keys, kept);
      }),
    );
    process.stdout.write(report(found, kept.length));
    if (found.wrong) return 1;
    return kept.length > 0 ? 0 : 2;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function givenKey(text: string): VerifierKey {
  const key = readVerifierKey(text);
  if (!key) throw new Error(`"${text}" is no verifier key: name+id+key, as the mails give it.`);
  return key;
}

/** Of the machine that signs. Whoever monitors from elsewhere gives the key that the mails name. */
function keyHere({ given, portalUrl }: Configuration, dataFolder: string): VerifierKey {
  const file = given["LOG_KEY_FILE"] ?? logKeyFile(dataFolder);
  if (!existsSync(file)) {
    throw new Error(
      `There is no key at ${file}. Give the log's key with --key, as the mails give it.`,
    );
  }
  return fileNoteSigner(file, given["LOG_ORIGIN"] ?? logOrigin(portalUrl));
}

function sentence(wrong: Wrong): string {
  switch (wrong.what) {
    case "entryMissing":
      return `entry ${wrong.index} is missing`;
    case "entryChanged":
      return `entry ${wrong.index}, or the hash that is stored of it, was changed`;
    case "subjectChanged":
      return `entry ${wrong.index} is filed under a hash that is not its own`;
    case "trailChanged":
      return `entry ${wrong.index} is of a batch that the audit trail does not have: the trail was made anew`;
    case "hashChanged":
      return `the stored hash ${wrong.index} of level ${wrong.level} was changed, or is missing`;
    case "hashAdded":
      return "a hash is stored that belongs to no entry";
    case "notSigned":
      return `a checkpoint is not signed with the key of the log:\n\n${wrong.note}`;
    case "cutOff":
      return `a checkpoint counts ${wrong.size} entries: the end was cut off`;
    case "madeAnew":
      return `the checkpoint of ${wrong.size} entries does not fit: an entry from ${wrong.from} to ${wrong.size - 1} was changed, and the hashes were made anew`;
  }
}

function report({ wrong, entries, root, compared, upTo }: Monitored, kept: number): string {
  const lines = [`Read again: ${entries} entries.`];
  if (wrong) lines.push(`NOT WHOLE: ${sentence(wrong)}.`);
  else lines.push(`Whole. Head of the tree: ${Buffer.from(root).toString("base64")}`);
  if (kept === 0) {
    lines.push(
      "Could not be checked: no mailed checkpoint was given. A log that was made anew would look whole.",
    );
  } else {
    lines.push(`Mailed checkpoints: ${compared} of ${kept} borne out, up to ${upTo} entries.`);
    if (upTo < entries) lines.push(`Could not be checked: entries from ${upTo} on.`);
  }
  return `${lines.join("\n")}\n`;
}
