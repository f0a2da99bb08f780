import type { Result } from "@/lib/result";

/** Who signs documents: a P-256 key, and the certificate that says whose it is. */
export interface DocumentSigner {
  /** In DER: the certificate of the key first, each followed by that of who issued it. */
  readonly chain: readonly Uint8Array<ArrayBuffer>[];
  /** The signature of these bytes (ES256), r and s after one another. */
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<Uint8Array, "signerAway">>;
}
