import { detachedSignature } from "@/lib/pdf/signature/cades";
import { withSignaturePlace } from "@/lib/pdf/signature/signature-place";
import type { DocumentSigner } from "@/lib/pdf/signature/signer";
import { ok, type Result } from "@/lib/result";

/** What a signature takes besides its certificates, and more. */
const AROUND = 1024;

/** Signs a rendered document (PAdES B-B): every byte of the file but the signature's own is covered. */
export async function signPdf(
  pdf: Uint8Array,
  signer: DocumentSigner,
  at: Date,
): Promise<Result<Uint8Array<ArrayBuffer>, "signerAway">> {
  const size = signer.chain.reduce((sum, der) => sum + der.length, AROUND);
  const { bytes, from, to } = withSignaturePlace(pdf, { at, size });
  const covered = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  const signature = await detachedSignature(covered, signer);
  if (!signature.ok) return signature;
  if (signature.value.length > size) throw new Error("The signature is larger than its place.");
  bytes.set(Buffer.from(Buffer.from(signature.value).toString("hex"), "latin1"), from + 1);
  return ok(bytes);
}
