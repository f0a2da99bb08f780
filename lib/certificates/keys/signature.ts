import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { PrivateKey } from "@/lib/certificates/keys/jwk";
import type { P256Key } from "@/lib/certificates/seal/thumbprint";

/** r and s after one another, as in JOSE and COSE. */
const plain = { dsaEncoding: "ieee-p1363" } as const;

export function signWith(key: PrivateKey, bytes: Uint8Array): Uint8Array {
  const secret = createPrivateKey({ key: { ...key }, format: "jwk" });
  return new Uint8Array(sign("sha256", bytes, { key: secret, ...plain }));
}

export function isSignedBy(key: P256Key, bytes: Uint8Array, signature: Uint8Array): boolean {
  const known = createPublicKey({ key: { ...key }, format: "jwk" });
  return verify("sha256", bytes, { key: known, ...plain }, signature);
}
