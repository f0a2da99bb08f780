import { decodeCbor, encodeCbor, numbered, tagged, untagged } from "@/lib/certificates/seal/cbor";
import { toHex } from "@/lib/certificates/seal/bytes";
import { KID_BYTES } from "@/lib/certificates/seal/thumbprint";
import { err, ok, type Result } from "@/lib/result";

/** COSE_Sign1 (RFC 9052, 4.2). */
const COSE_SIGN1 = 18;
const ALG = 1;
const KID = 4;
const TYP = 16;
/** Type of the token (RFC 9596): no other token of the same key is taken for a seal. */
const SEAL_TYPE = "kpc+cwt";
/** Numbers of the algorithms (RFC 9053). */
export const algorithms = { ES256: -7 } as const;

/** More than a QR code can hold. */
const MAX_BYTES = 3000;

export interface Envelope {
  readonly header: Uint8Array;
  readonly claims: Uint8Array;
  readonly signature: Uint8Array;
  /** What the message says of itself: which key, and with which algorithm. Believed by nobody. */
  readonly kid: string;
  readonly alg: unknown;
}

export function headerOf(kid: Uint8Array, alg: keyof typeof algorithms): Uint8Array {
  return encodeCbor(
    new Map<number, unknown>([
      [ALG, algorithms[alg]],
      [KID, kid],
      [TYP, SEAL_TYPE],
    ]),
  );
}

/** The bytes that are signed (RFC 9052, 4.4). */
export function toBeSigned(header: Uint8Array, claims: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(encodeCbor(["Signature1", header, new Uint8Array(), claims]));
}

export function wrap({ header, claims, signature }: Omit<Envelope, "kid" | "alg">): Uint8Array {
  return encodeCbor(tagged(COSE_SIGN1, [header, new Map(), claims, signature]));
}

export type EnvelopeFault = "encoding" | "envelope" | "header";

/** Opens a seal without looking into its claims: nothing of it counts before its signature does. */
export function open(seal: Uint8Array): Result<Envelope, EnvelopeFault> {
  const decoded = seal.length > MAX_BYTES ? null : decodeCbor(seal);
  if (decoded === null) return err("encoding");
  const parts = untagged(COSE_SIGN1, decoded);
  if (!Array.isArray(parts) || parts.length !== 4) return err("envelope");
  const [header, unprotected, claims, signature] = parts as unknown[];
  // What is not signed must not be there: it could be changed.
  const empty = unprotected instanceof Map && unprotected.size === 0;
  if (!empty || !isBytes(header) || !isBytes(claims) || !isBytes(signature)) return err("envelope");
  const read = numbered(decodeCbor(header));
  if (!read || Object.keys(read).length !== 3 || read[TYP] !== SEAL_TYPE) return err("header");
  const kid = read[KID];
  if (!isBytes(kid) || kid.length !== KID_BYTES) return err("header");
  return ok({ header, claims, signature, kid: toHex(kid), alg: read[ALG] });
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
