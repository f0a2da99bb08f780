import path from "node:path";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { readJson } from "./private-file";
import { findSecrets, type Secrets } from "./secrets";

const dataFolder = path.resolve(".data");
const sent = z.object({
  mails: z.array(
    z.object({ subject: z.string(), text: z.string().nullish(), created_at: z.string() }),
  ),
});

/** The code that an authenticator app with this secret shows now, and for how many seconds more. */
export function authenticatorCode(secret: string, now: number): { code: string; seconds: number } {
  const totp = new TOTP({
    secret: Secret.fromBase32(secret),
    period: 30,
    digits: 6,
    algorithm: "SHA1",
  });
  return { code: totp.generate({ timestamp: now }), seconds: 30 - (Math.floor(now / 1000) % 30) };
}

async function emailedCode(secrets: Secrets, email: string): Promise<string> {
  const ports = z
    .object({ outbox: z.number() })
    .parse(readJson(path.join(dataFolder, "ports.json")));
  const address = `http://127.0.0.1:${ports.outbox}/api/mails?to=${encodeURIComponent(email)}`;
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${secrets.outboxApiKey}` },
  }).catch(() => undefined);
  if (!response?.ok)
    throw new Error("The email outbox does not answer. Start the portal with npm start first.");
  const { mails } = sent.parse(await response.json());
  const codes = mails.flatMap(({ text, subject, created_at: at }) => {
    const code = /\b\d{6}\b/.exec(text ?? subject)?.[0];
    return code ? [{ code, at }] : [];
  });
  const newest = codes.sort((one, other) => other.at.localeCompare(one.at))[0];
  if (!newest) {
    throw new Error(
      `No code was sent to ${email} yet. Sign in with the password first; then the code is mailed.`,
    );
  }
  return newest.code;
}

/** Prints the second-step code of a demonstration person. */
export async function showCode(userName: string | undefined): Promise<void> {
  try {
    const secrets = findSecrets(dataFolder);
    if (!secrets)
      throw new Error(
        "There are no demonstration people yet. Start the portal with npm start first.",
      );
    const { people } = secrets.demonstration;
    const person = people.find((one) => one.userName === userName);
    if (!person) {
      throw new Error(
        `Give a user name: npm run code -- ${people.map((one) => one.userName).join(" | ")}`,
      );
    }
    if (person.totpSecret) {
      const { code, seconds } = authenticatorCode(person.totpSecret, Date.now());
      process.stdout.write(`${code}   (for ${seconds} more seconds)\n`);
    } else {
      process.stdout.write(`${await emailedCode(secrets, person.email)}\n`);
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
