import * as z from "zod/mini";
import { sha256, toHex, utf8 } from "@/lib/certificates/seal/bytes";

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** The public part of a key for seals: P-256 (RFC 7518, 6.2.1). Other members are dropped, a private one among them. */
export const p256Key = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: coordinate,
  y: coordinate,
});
export type P256Key = z.infer<typeof p256Key>;

/** The names that make the thumbprint of a key (RFC 7638, 3.2; RFC 8037 for Ed25519). */
type ThumbprintKey = P256Key | { kty: "OKP"; crv: "Ed25519"; x: string };

/** RFC 7638 thumbprint in base64url, and its first 8 bytes in hexadecimal, as the seal bears them. */
export async function thumbprintOf(key: ThumbprintKey): Promise<{ full: string; short: string }> {
  // The members in the order of their names, without blanks.
  const named =
    key.kty === "EC"
      ? { crv: key.crv, kty: key.kty, x: key.x, y: key.y }
      : { crv: key.crv, kty: key.kty, x: key.x };
  const hash = await sha256(utf8(JSON.stringify(named)));
  return { full: base64url(hash), short: toHex(hash.subarray(0, KID_BYTES)) };
}

/** Bytes of the name of a key in a seal. */
export const KID_BYTES = 8;

/** The name in a seal of the key with this thumbprint. */
export const shortKidOf = (full: string): string =>
  toHex(fromBase64url(full).subarray(0, KID_BYTES));

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The bytes of a base64url text. @throws where it is none */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
