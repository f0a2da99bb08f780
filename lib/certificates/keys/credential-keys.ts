import * as z from "zod/mini";
import { p256Key, thumbprintOf, type P256Key } from "@/lib/certificates/seal/thumbprint";

/** A published key that signs credentials and status lists. */
interface CredentialKey {
  readonly publicJwk: P256Key;
  /** Seconds since 1970: what it signed from the first on and before the second counts. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revoked: boolean;
}

/** By RFC 7638 thumbprint. */
export type CredentialKeys = ReadonlyMap<string, CredentialKey>;

const entry = z.extend(p256Key, {
  alg: z.literal("ES256"),
  purpose: z.literal("credential"),
  nbf: z.int(),
  exp: z.int(),
  revoked_from_log_size: z.optional(z.int()),
});
const set = z.object({ keys: z.array(z.unknown()) });

/** The keys for credentials in a JWK set such as /.well-known/jwks.json; what a key calls itself counts for nothing. */
export async function credentialKeysOf(jwks: unknown): Promise<CredentialKeys> {
  const keys = new Map<string, CredentialKey>();
  for (const item of set.safeParse(jwks).data?.keys ?? []) {
    const key = entry.safeParse(item);
    if (!key.success) continue;
    const { nbf, exp, revoked_from_log_size: revokedFrom } = key.data;
    const publicJwk = p256Key.parse(key.data);
    keys.set((await thumbprintOf(publicJwk)).full, {
      publicJwk,
      notBefore: nbf,
      notAfter: exp,
      revoked: revokedFrom !== undefined,
    });
  }
  return keys;
}
