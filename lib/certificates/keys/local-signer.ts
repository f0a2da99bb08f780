import type { PrivateKey } from "@/lib/certificates/keys/jwk";
import { signWith } from "@/lib/certificates/keys/signature";
import type { Signer } from "@/lib/certificates/seal/signer";
import { thumbprintOf } from "@/lib/certificates/seal/thumbprint";
import { ok } from "@/lib/result";

/** Signs with a key at hand. */
export async function localSigner(key: PrivateKey): Promise<Signer> {
  const { full } = await thumbprintOf(key);
  return { kid: full, alg: "ES256", sign: (bytes) => Promise.resolve(ok(signWith(key, bytes))) };
}
