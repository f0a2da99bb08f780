import { generateKeyPairSync } from "node:crypto";
import type { Jwks } from "@/gckey/configuration";
import type { Database } from "@/gckey/database";
import type { SecretKeys } from "@/gckey/secret-keys";

/** The keys that sign what the portal receives; made once and kept, so that a restart changes nothing. */
export async function keptSigningKeys(database: Database, keys: SecretKeys): Promise<Jwks> {
  const read = async () => {
    const { rows } = await database.query<{ jwks: Buffer }>("SELECT jwks FROM signing_keys");
    return rows[0] && (JSON.parse(keys.open(rows[0].jwks)) as Jwks);
  };
  const kept = await read();
  if (kept) return kept;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
  const made: Jwks = { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] };
  await database.query("INSERT INTO signing_keys (jwks) VALUES ($1) ON CONFLICT DO NOTHING", [
    keys.seal(JSON.stringify(made)),
  ]);
  // Another process may have been first: its keys count.
  return (await read()) ?? made;
}
