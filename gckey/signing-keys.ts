import { generateKeyPairSync } from "node:crypto";
import type { Jwks } from "@/gckey/configuration";
import { inTransaction, type Database } from "@/gckey/database";
import type { SecretKeys } from "@/gckey/secret-keys";

function newKeys(): Jwks {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 3072 });
  return { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] };
}

/** The keys in a row; none when it was sealed with another private file, which nobody has any more. */
function opened(keys: SecretKeys, sealed: Buffer | undefined): Jwks | undefined {
  try {
    return sealed && (JSON.parse(keys.open(sealed)) as Jwks);
  } catch {
    return undefined;
  }
}

/** The keys that sign what the portal receives; made once and kept, so that a restart changes nothing. */
export function keptSigningKeys(database: Database, keys: SecretKeys): Promise<Jwks> {
  return inTransaction(database, async (client) => {
    await client.query("LOCK TABLE signing_keys IN EXCLUSIVE MODE");
    const { rows } = await client.query<{ jwks: Buffer }>("SELECT jwks FROM signing_keys");
    const kept = opened(keys, rows[0]?.jwks);
    if (kept) return kept;
    const made = newKeys();
    await client.query(
      "INSERT INTO signing_keys (jwks) VALUES ($1) ON CONFLICT (only_one) DO UPDATE SET jwks = excluded.jwks",
      [keys.seal(JSON.stringify(made))],
    );
    return made;
  });
}
