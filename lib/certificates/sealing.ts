import "server-only";
import { credentialOf } from "@/lib/certificates/credential/credential";
import { signerFor } from "@/lib/certificates/keys/signer-for";
import { sha256 } from "@/lib/certificates/seal/bytes";
import type { SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { shortKidOf } from "@/lib/certificates/seal/thumbprint";
import { signVcJwt } from "@/lib/certificates/credential/vc-jwt";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { err, ok, type Result } from "@/lib/result";
import { append } from "@/lib/transparency/append";

/** The digital forms of a certificate. */
interface Sealed {
  readonly seal: Uint8Array<ArrayBuffer>;
  readonly sealSha256: Uint8Array<ArrayBuffer>;
  readonly kid: string;
  readonly credential: string;
  readonly credentialKid: string;
}

/**
 * Seals a frozen record, then signs the credential that names the seal, each with the key of the day of issue.
 * `cannotSeal`: a key is missing or its service does not answer in time; nothing may be issued then.
 */
export async function signForms(
  tx: Tx,
  certificateId: string,
  record: SealableRecord,
): Promise<Result<Sealed, "cannotSeal" | "notPrintable">> {
  const sealer = await signerFor(tx, "seal", record.issued);
  const signer = await signerFor(tx, "credential", record.issued);
  if (!sealer.ok || !signer.ok) return err("cannotSeal");
  const sealed = await sealRecord(record, sealer.value);
  if (!sealed.ok) return err(sealed.error === "notSealable" ? "notPrintable" : "cannotSeal");
  const seal = Uint8Array.from(sealed.value);
  const sealSha256 = await sha256(seal);
  const around = { portalUrl: env().PORTAL_URL, certificateId, sealSha256 };
  const credential = await signVcJwt(credentialOf(record, around), signer.value);
  if (!credential.ok) return err("cannotSeal");
  return ok({
    seal,
    sealSha256,
    kid: shortKidOf(sealer.value.kid),
    credential: credential.value,
    credentialKid: shortKidOf(signer.value.kid),
  });
}

/** Keeps the forms of a certificate whose row is there, and writes the issue in the log. */
export async function keepForms(tx: Tx, certificateId: string, sealed: Sealed): Promise<void> {
  await tx.sealedCertificate.create({ data: { certificateId, ...sealed } });
  const vc = Buffer.from(sealed.credential, "utf8");
  await append(tx, { t: "issued", seal: sealed.sealSha256, vc: await sha256(Uint8Array.from(vc)) });
}
