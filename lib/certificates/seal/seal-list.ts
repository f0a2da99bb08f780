import { sha256, toHex, utf8 } from "@/lib/certificates/seal/bytes";

/** More seal numbers than this are counted in the certificate's seal and stand for themselves as a hash. */
export const LISTED_SEALS = 20;

/** SHA-256 of the seal numbers in the order of their UTF-8 bytes, a line feed between two; in hexadecimal. */
export async function sealListHash(seals: readonly string[]): Promise<string> {
  const sorted = seals
    .map((seal) => ({ seal, bytes: toHex(utf8(seal)) }))
    .sort((a, b) => (a.bytes < b.bytes ? -1 : 1))
    .map(({ seal }) => seal);
  return toHex(await sha256(utf8(sorted.join("\n"))));
}

/** The first 8 characters of the hash, as they are printed under the list. */
export const sealListMark = (sha256: string): string => sha256.slice(0, 8).toUpperCase();
