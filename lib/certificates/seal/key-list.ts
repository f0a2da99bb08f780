import * as z from "zod/mini";
import { p256Key, thumbprintOf, type P256Key } from "@/lib/certificates/seal/thumbprint";

/** A key on Canada's published list with which seals are made, or specimens, which are none. */
export interface PublishedKey {
  readonly kid: string;
  readonly alg: "ES256";
  readonly purpose: "seal" | "specimen";
  readonly publicJwk: P256Key;
  /** Days of issue for which it stands, as seconds: from the first one on, and until before the second. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Of a compromised key: seals count when the log had them before it had this many entries. */
  readonly revokedFromLogSize?: number | undefined;
}

/** By the eight bytes in hexadecimal with which a seal names its key. */
export type KeyList = ReadonlyMap<string, PublishedKey>;

const entry = z.extend(p256Key, {
  alg: z.literal("ES256"),
  purpose: z.enum(["seal", "specimen"]),
  nbf: z.int(),
  exp: z.int(),
  revoked_from_log_size: z.optional(z.int().check(z.nonnegative())),
});
const list = z.object({ keys: z.array(z.unknown()) });

/**
 * The keys for seals in a JWK set such as /.well-known/jwks.json; null for what is no set. Keys for
 * something else are left out, and what a key calls itself counts for nothing: its name is its thumbprint.
 */
export async function keyListOf(jwks: unknown): Promise<KeyList | null> {
  const read = list.safeParse(jwks);
  if (!read.success) return null;
  const keys = new Map<string, PublishedKey>();
  for (const item of read.data.keys) {
    const key = entry.safeParse(item);
    if (!key.success) continue;
    const { alg, purpose, nbf, exp, revoked_from_log_size: revokedFromLogSize } = key.data;
    const publicJwk = p256Key.parse(key.data);
    const { full, short } = await thumbprintOf(publicJwk);
    keys.set(short, {
      kid: full,
      alg,
      purpose,
      publicJwk,
      notBefore: nbf,
      notAfter: exp,
      ...(revokedFromLogSize === undefined ? {} : { revokedFromLogSize }),
    });
  }
  return keys;
}
