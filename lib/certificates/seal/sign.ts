import { decodeCbor, encodeCbor } from "@/lib/certificates/seal/cbor";
import { claimsOf, factsFrom } from "@/lib/certificates/seal/claims";
import { headerOf, toBeSigned, wrap } from "@/lib/certificates/seal/envelope";
import { toLowS } from "@/lib/certificates/seal/low-s";
import type { SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import type { Signer } from "@/lib/certificates/seal/signer";
import { fromBase64url, KID_BYTES } from "@/lib/certificates/seal/thumbprint";
import { err, ok, type Result } from "@/lib/result";

/**
 * Seals a record. `notSealable`: a check page would not take these facts for a certificate, so nothing is
 * signed; `signerAway`: the signature could not be had. In both cases nothing may be issued.
 */
export async function sealRecord(
  record: SealableRecord,
  signer: Signer,
): Promise<Result<Uint8Array, "notSealable" | "signerAway">> {
  const claims = encodeCbor(await claimsOf(record));
  if (!factsFrom(decodeCbor(claims)).ok) return err("notSealable");
  return signClaims(claims, signer);
}

/** The seal around claims that are encoded. */
async function signClaims(
  claims: Uint8Array,
  signer: Signer,
): Promise<Result<Uint8Array, "signerAway">> {
  const kid = fromBase64url(signer.kid).slice(0, KID_BYTES);
  const header = headerOf(kid, signer.alg);
  const signed = await signer.sign(toBeSigned(header, claims));
  if (!signed.ok) return signed;
  return ok(wrap({ header, claims, signature: toLowS(signed.value) }));
}
