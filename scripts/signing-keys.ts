import { generateKeyPairSync } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { publicKey, privateKey, type PublicKey } from "../lib/certificates/keys/jwk";
import { findPrivateKey, keyFile } from "../lib/certificates/keys/key-folder";
import { signerPurposes, type KeyPurpose } from "../lib/certificates/keys/purposes";
import { thumbprintOf } from "../lib/certificates/seal/thumbprint";
import { addDays } from "../lib/calendar";
import { todayInOttawa } from "../lib/clock";
import type { Configuration } from "./configuration";
import { withClient } from "./postgres/roles";
import { writePrivateJson } from "./private-file";

/** Days of issue for which a key signs. */
export interface Window {
  readonly from: string;
  readonly to: string;
}
export const yearFrom = (from: string): Window => ({ from, to: addDays(from, 364) });

export interface KeyRow {
  readonly kid: string;
  readonly thumbprint: string;
  readonly purpose: KeyPurpose;
  readonly from: string;
  readonly to: string;
  readonly revoked: string | null;
}

export const keyFolderOf = ({ given }: Configuration, dataFolder: string): string =>
  given["SIGNING_KEYS_DIR"] ?? path.join(dataFolder, "keys");

export async function listKeys(client: pg.Client): Promise<KeyRow[]> {
  const { rows } = await client.query<KeyRow>(
    `SELECT kid, thumbprint, purpose, "notBefore"::text AS "from", "notAfter"::text AS "to",
            "revokedFromLogSize"::text AS revoked
       FROM "SigningKey" ORDER BY purpose, "notBefore", "addedAt"`,
  );
  return rows;
}

/** Makes a key; its private part goes to the folder, for this account alone. */
export async function makeKey(folder: string): Promise<PublicKey> {
  const made = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = privateKey.parse(made.privateKey.export({ format: "jwk" }));
  writePrivateJson(keyFile(folder, (await thumbprintOf(key)).short), key);
  return publicKey.parse(key);
}

/** Publishes a key. @returns its name in seals */
export async function publishKey(
  client: pg.Client,
  key: PublicKey,
  purpose: KeyPurpose,
  { from, to }: Window,
): Promise<string> {
  const { full, short } = await thumbprintOf(key);
  await client.query(
    `INSERT INTO "SigningKey" (kid, thumbprint, "publicJwk", purpose, "notBefore", "notAfter")
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [short, full, key, purpose, from, to],
  );
  return short;
}

export const signsOn = (day: string) => (key: KeyRow) =>
  key.revoked === null && key.from <= day && day <= key.to;

/** A key for each `Signer` that signs today and whose private part is in the folder: made where there is none. */
export async function ensureSigningKeys(
  ownerUrl: string,
  folder: string,
  window: Window = yearFrom(todayInOttawa()),
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('kp signing keys'))");
    const usable = new Set<KeyPurpose>();
    for (const key of (await listKeys(client)).filter(signsOn(todayInOttawa()))) {
      if (await findPrivateKey(folder, key.kid)) usable.add(key.purpose);
    }
    for (const purpose of signerPurposes) {
      if (usable.has(purpose)) continue;
      await publishKey(client, await makeKey(folder), purpose, window);
    }
  });
}

/** Private parts that will sign nothing any more. */
export function destroyEnded(folder: string, keys: readonly KeyRow[], today: string): void {
  for (const { kid, to, revoked } of keys) {
    if (to < today || revoked !== null) rmSync(keyFile(folder, kid), { force: true });
  }
}
