import "server-only";
import { isoDate } from "@/lib/clock";
import { publicKey } from "@/lib/certificates/keys/jwk";
import { keyPurposes } from "@/lib/certificates/keys/purposes";
import type { ListedKey } from "@/lib/certificates/keys/key-set";
import { db } from "@/lib/db";
import { z } from "zod";

/** Every key that was ever published, for everybody: seals of years ago are still verified. */
export async function listPublishedKeys(): Promise<ListedKey[]> {
  const keys = await db().signingKey.findMany({ orderBy: [{ notBefore: "asc" }, { kid: "asc" }] });
  return keys.map(({ thumbprint, publicJwk, purpose, notBefore, notAfter, ...revocation }) => ({
    thumbprint,
    publicJwk: publicKey.parse(publicJwk),
    purpose: z.enum(keyPurposes).parse(purpose),
    notBefore: isoDate(notBefore),
    notAfter: isoDate(notAfter),
    revokedAt: revocation.revokedAt,
    revokedFromLogSize:
      revocation.revokedFromLogSize === null ? null : Number(revocation.revokedFromLogSize),
  }));
}
