import type { P256Key } from "@/lib/certificates/seal/thumbprint";

/** Whether r and s, one after the other, are this key's signature of the bytes (ES256); in browsers as in Node. */
export async function isSignedBy(
  publicJwk: P256Key,
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey(
      "jwk",
      publicJwk,
      { name: "ECDSA", namedCurve: "P-256" },
      false,
      ["verify"],
    );
    const ecdsa = { name: "ECDSA", hash: "SHA-256" };
    return await crypto.subtle.verify(ecdsa, key, Uint8Array.from(signature), signed);
  } catch {
    // A key that is no point of the curve signs nothing.
    return false;
  }
}
