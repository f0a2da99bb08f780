import type { Result } from "@/lib/result";

/** Who can seal with one key. The private key never leaves it. */
export interface Signer {
  /** RFC 7638 thumbprint of the key, in base64url. */
  readonly kid: string;
  readonly alg: "ES256";
  /** The signature of these bytes, r and s after one another; `signerAway` when it cannot be had in time. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Uint8Array, "signerAway">>;
}
