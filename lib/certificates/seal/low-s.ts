import { fromHex, toHex } from "@/lib/certificates/seal/bytes";

/** Order of the curve P-256. */
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF = N / 2n;

/** Bytes of a signature: r and s, 32 each. */
export const SIGNATURE_BYTES = 64;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
const halves = (signature: Uint8Array) =>
  [numberOf(signature.subarray(0, 32)), numberOf(signature.subarray(32))] as const;

/**
 * Whether r and s are in range and s in the lower half. Of the two signatures that every ECDSA signature
 * makes, one only is a seal: else anybody could make a second seal of another hash.
 */
export function isLowS(signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  const [r, s] = halves(signature);
  return r > 0n && r < N && s > 0n && s <= HALF;
}

/** The same signature with s in the lower half. */
export function toLowS(signature: Uint8Array): Uint8Array {
  const [, s] = halves(signature);
  return s > HALF ? withTwin(signature, s) : signature;
}

function withTwin(signature: Uint8Array, s: bigint): Uint8Array {
  const twin = new Uint8Array(signature);
  twin.set(fromHex((N - s).toString(16).padStart(64, "0")), 32);
  return twin;
}
