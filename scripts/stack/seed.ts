import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { demonstrationIn, loadedFingerprint, markLoaded } from "../database/loaded";
import { filesUnder, fingerprint } from "../fingerprint";
import type { Secrets } from "../secrets";
import type { Addresses } from "./database";
import { childEnvironment, typescript } from "./environment";

type Say = (line: string) => void;

/** Runs a seed to its end, with JSON on its standard input; returns its standard output. */
export function runSeed(
  file: string,
  env: Readonly<Record<string, string>>,
  input: unknown,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, typescript(file), {
      env: childEnvironment(env),
      stdio: ["pipe", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      const text = Buffer.concat(out).toString("utf8");
      if (code === 0) resolve(text);
      else
        reject(
          new Error(`${file} did not succeed:\n${text}${Buffer.concat(err).toString("utf8")}`),
        );
    });
    // A seed that reads no input may end before it is written.
    child.stdin.on("error", () => undefined);
    child.stdin.end(JSON.stringify(input));
  });
}

const referenceFiles = () => filesUnder(["prisma/seed/reference.ts", "prisma/seed/reference"]);

/** Loads the reference data, again whenever its files changed. */
export async function loadReference({ ownerUrl }: Addresses, say: Say): Promise<void> {
  const current = fingerprint(referenceFiles());
  if ((await loadedFingerprint(ownerUrl, "reference data")) === current) return;
  say("Loading reference data …");
  await runSeed(
    "prisma/seed/reference.ts",
    { DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl },
    {},
  );
  await markLoaded(ownerUrl, "reference data", current);
}

type Demonstration = {
  readonly addresses: Addresses;
  readonly providerUrl: string;
  readonly secrets: Secrets;
  readonly secretsFile: string;
  /** What the portal's own code needs to run. */
  readonly portal: Readonly<Record<string, string>>;
};

/**
 * Gives the demonstration people their credentials and loads their data, once. A database in which
 * somebody else already is stays as it is.
 * @returns whether the demonstration people can sign in
 */
export async function loadDemonstration(demonstration: Demonstration, say: Say): Promise<boolean> {
  const { addresses, secrets, secretsFile } = demonstration;
  const current = createHash("sha256").update(secrets.gckey.pairwiseSalt).digest("hex");
  const loaded = await loadedFingerprint(addresses.ownerUrl, "demonstration data");
  if (loaded === current) return true;
  if (loaded) {
    throw new Error(
      `The database's demonstration people have credentials that ${secretsFile} does not hold. Put the file back, or run \`npm run db:reset\` to start anew.`,
    );
  }
  if ((await demonstrationIn(addresses.ownerUrl)).others) {
    say("The database is in use by others; demonstration people are not added to it.");
    return false;
  }
  say("Loading demonstration data …");
  const people = secrets.demonstration.people;
  const credentials = JSON.parse(
    await runSeed(
      "gckey/seed.ts",
      { GCKEY_DATABASE_URL: demonstration.providerUrl, GCKEY_SECRETS: secretsFile },
      people,
    ),
  ) as { userName: string; subject: string }[];
  const known = credentials.map(({ userName, subject }) => {
    const person = people.find((one) => one.userName === userName);
    return { userName, subject, email: person?.email, language: person?.language };
  });
  await runSeed(
    "prisma/seed/demo.ts",
    { ...demonstration.portal, DATABASE_OWNER_URL: addresses.ownerUrl },
    known,
  );
  await markLoaded(addresses.ownerUrl, "demonstration data", current);
  return true;
}
