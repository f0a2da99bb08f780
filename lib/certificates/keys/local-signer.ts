import type { Signer } from "@/lib/certificates/seal/signer";
import { thumbprintOf, type P256Key } from "@/lib/certificates/seal/thumbprint";
import { ok } from "@/lib/result";

export type PrivateKey = P256Key & { readonly d: string };

/** Signs with a key at hand. */
export async function localSigner(key: PrivateKey): Promise<Signer> {
  const { kty, crv, x, y, d } = key;
  const { full } = await thumbprintOf(key);
  const secret = await crypto.subtle.importKey(
    "jwk",
    { kty, crv, x, y, d },
    { name: "ECDSA", namedCurve: "P-256" },
    false,
    ["sign"],
  );
  return {
    kid: full,
    alg: "ES256",
    async sign(bytes) {
      const made = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, secret, bytes);
      return ok(new Uint8Array(made));
    },
  };
}
