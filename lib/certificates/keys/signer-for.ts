import "server-only";
import { findPrivateKey } from "@/lib/certificates/keys/key-folder";
import { serviceSigner } from "@/lib/certificates/keys/key-service";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import type { SignerPurpose } from "@/lib/certificates/keys/purposes";
import type { Signer } from "@/lib/certificates/seal/signer";
import { p256Key, type P256Key } from "@/lib/certificates/seal/thumbprint";
import type { Db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { err, ok, type Result } from "@/lib/result";

/**
 * Who signs on this day: the newest published key of the purpose that is in its time, not revoked, and whose
 * private part can be reached. `noKey` is the operators' to mend (npm run keys); nothing may be issued.
 */
export async function signerFor(
  reader: Db,
  purpose: SignerPurpose,
  day: string,
): Promise<Result<Signer, "noKey">> {
  const keys = await reader.signingKey.findMany({
    where: {
      purpose,
      revokedAt: null,
      notBefore: { lte: new Date(day) },
      notAfter: { gte: new Date(day) },
    },
    orderBy: [{ notBefore: "desc" }, { addedAt: "desc" }],
    select: { kid: true, thumbprint: true, publicJwk: true },
  });
  for (const { kid, thumbprint, publicJwk } of keys) {
    const signer = await reach(kid, thumbprint, p256Key.parse(publicJwk));
    if (signer) return ok(signer);
  }
  log().error({ purpose, day }, "no signing key");
  return err("noKey");
}

async function reach(kid: string, thumbprint: string, key: P256Key): Promise<Signer | null> {
  const { KEY_SERVICE_URL: url, KEY_SERVICE_TOKEN: token, SIGNING_KEYS_DIR: folder } = env();
  if (url && token) return serviceSigner({ url, token }, thumbprint, key);
  const held = await findPrivateKey(folder, kid);
  return held && localSigner(held);
}
