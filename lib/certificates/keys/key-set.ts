import { algOf, type PublicKey } from "@/lib/certificates/keys/jwk";
import type { KeyPurpose } from "@/lib/certificates/keys/purposes";
import { issuerOf } from "@/lib/certificates/status/lists";
import { DAY, secondsOf } from "@/lib/certificates/seal/seconds";

/** A published key; its days are those for which it signs, both included. */
export interface ListedKey {
  readonly thumbprint: string;
  readonly publicJwk: PublicKey;
  readonly purpose: KeyPurpose;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly revokedAt: Date | null;
  readonly revokedFromLogSize: number | null;
}

/** The JWK set (RFC 7517). `nbf`, `exp`, `purpose` and `revoked_from_log_size` are ours, read by the check page. */
export function keySetOf(keys: readonly ListedKey[]) {
  return {
    keys: keys.map((key) => ({
      ...key.publicJwk,
      kid: key.thumbprint,
      alg: algOf(key.publicJwk),
      use: "sig",
      purpose: key.purpose,
      nbf: secondsOf(key.notBefore),
      exp: secondsOf(key.notAfter) + DAY,
      ...(key.revokedFromLogSize === null ? {} : { revoked_from_log_size: key.revokedFromLogSize }),
    })),
  };
}

/** The DID document. Everything that was published is named; what was revoked, and specimens, assert nothing. */
export function didDocumentOf(portalUrl: string, keys: readonly ListedKey[]) {
  const did = issuerOf(portalUrl);
  const idOf = ({ thumbprint }: ListedKey) => `${did}#${thumbprint}`;
  const asserts = ({ purpose, revokedAt }: ListedKey) =>
    revokedAt === null && (purpose === "seal" || purpose === "credential");
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
    id: did,
    verificationMethod: keys.map((key) => ({
      id: idOf(key),
      type: "JsonWebKey",
      controller: did,
      publicKeyJwk: { ...key.publicJwk, kid: key.thumbprint, alg: algOf(key.publicJwk) },
      ...(key.revokedAt ? { revoked: key.revokedAt.toISOString() } : {}),
    })),
    assertionMethod: keys.filter(asserts).map(idOf),
  };
}
