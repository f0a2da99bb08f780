import path from "node:path";
import { parseArgs } from "node:util";
import { askOf } from "../lib/ask";
import { headsIn } from "../lib/audit/head-sink";
import { verify, type Broken, type Verified } from "../lib/audit/verify";
import { withClient } from "./postgres/roles";
import { readConfiguration } from "./configuration";
import { withDatabase } from "./stack/database";

type Source = Readonly<Record<string, string | undefined>>;

/** What the command ends with: 0 whole; 1 not whole; 2 it could not be told. */
type ExitCode = 0 | 1 | 2;

/** `npm run audit:verify -- [--heads file]`: reads the whole chain again and compares the heads kept outside. */
export async function auditVerify(
  args: string[],
  dataFolder: string,
  source: Source,
): Promise<ExitCode> {
  try {
    const { values } = parseArgs({ args, options: { heads: { type: "string" } } });
    const configuration = readConfiguration(source);
    const folder = configuration.given["AUDIT_HEADS_DIR"] ?? path.join(dataFolder, "audit");
    const file = values.heads ?? path.join(folder, "heads.jsonl");
    const heads = await headsIn(file);
    const found = await withDatabase(configuration, dataFolder, ({ appUrl }) =>
      withClient(appUrl, (client) => verify(askOf(client), { heads })),
    );
    process.stdout.write(report(found, file));
    if (found.broken) return 1;
    return found.outside || found.batches === 0 ? 0 : 2;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

const sentences: Record<Broken["what"], string> = {
  batchMissing: "batch {batch} is missing",
  batchChanged: "batch {batch} was changed after it was sealed",
  chainBroken: "batch {batch} does not go on from the one before it",
  entryMissing: "entry {entry} of batch {batch} was deleted",
  entryChanged: "entry {entry} of batch {batch} was changed after it was sealed",
  sealMissing: "a seal of batch {batch} was taken away, added or moved",
  sealOfNothing: "entry {entry} bears a seal of batch {batch}, which does not exist",
  entryAdded: "entry {entry} was added after the entries around it were sealed",
  headDiffers: "the head of batch {batch} is not the one kept outside: the chain was made anew",
  headWithoutBatch: "batch {batch}, whose head is kept outside, is gone: the end was cut off",
};

function report({ broken, batches, entries, head, unsealed, outside, to }: Verified, file: string) {
  const lines = [`Read again: ${entries} entries in ${batches} batches.`];
  if (broken) {
    const { what, batch, entry } = broken;
    const said = sentences[what].replace("{batch}", batch ?? "?").replace("{entry}", entry ?? "?");
    lines.push(`NOT WHOLE: ${said}.`);
  } else {
    lines.push(`Whole. Head of batch ${to}: ${head}`);
  }
  if (!outside) {
    lines.push(
      `Could not be checked: there is no file of heads at ${file}. A chain that was made anew from some entry on would look whole.`,
    );
  } else {
    lines.push(`Heads outside: ${outside.compared} compared, up to batch ${outside.upTo}.`);
    if (BigInt(outside.upTo) < BigInt(to))
      lines.push(`Could not be checked: batches after ${outside.upTo} have no head outside yet.`);
    if (outside.unreadable > 0)
      lines.push(`Could not be checked: ${outside.unreadable} lines of the file cannot be read.`);
  }
  if (unsealed > 0) lines.push(`Could not be checked: ${unsealed} entries are not sealed yet.`);
  return `${lines.join("\n")}\n`;
}
