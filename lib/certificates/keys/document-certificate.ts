import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { err, ok, type Result } from "@/lib/result";

interface Files {
  readonly PDF_CERTIFICATE_FILE?: string | undefined;
  readonly PDF_KEY_FILE?: string | undefined;
}

interface DocumentCertificate {
  /** The certificate that signs first, each followed by that of who issued it. */
  readonly chain: readonly [X509Certificate, ...X509Certificate[]];
  /** Null where a service keeps it. */
  readonly key: KeyObject | null;
}

const pem = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM file, whatever else it holds. */
export async function readCertificates(file: string): Promise<X509Certificate[]> {
  const text = await readFile(file, "utf8");
  return (text.match(pem) ?? []).map((each) => new X509Certificate(each));
}

/**
 * The certificate that documents are signed with, and its key where that is in a file. An error is a sentence for whoever
 * runs the portal: nothing can be signed with what is there.
 */
export async function readDocumentCertificate(
  { PDF_CERTIFICATE_FILE, PDF_KEY_FILE }: Files,
  at: Date,
): Promise<Result<DocumentCertificate>> {
  if (!PDF_CERTIFICATE_FILE) return err("PDF_CERTIFICATE_FILE is not set: no PDF can be signed.");
  try {
    const [first, ...others] = await readCertificates(PDF_CERTIFICATE_FILE);
    if (!first) return err("PDF_CERTIFICATE_FILE holds no certificate (PEM).");
    if (first.publicKey.asymmetricKeyDetails?.namedCurve !== "prime256v1")
      return err("The first certificate of PDF_CERTIFICATE_FILE must be for a P-256 key.");
    if (at < new Date(first.validFrom) || at > new Date(first.validTo))
      return err(
        `The first certificate of PDF_CERTIFICATE_FILE is good from ${first.validFrom} to ${first.validTo} only.`,
      );
    const key = PDF_KEY_FILE ? createPrivateKey(await readFile(PDF_KEY_FILE)) : null;
    if (key && !first.checkPrivateKey(key))
      return err("PDF_KEY_FILE is not the key of the first certificate of PDF_CERTIFICATE_FILE.");
    return ok({ chain: chainFrom(first, others), key });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`PDF_CERTIFICATE_FILE or PDF_KEY_FILE cannot be read: ${reason}.`);
  }
}

function chainFrom(
  first: X509Certificate,
  others: readonly X509Certificate[],
): DocumentCertificate["chain"] {
  const isBelow = (upper: X509Certificate) => (lower: X509Certificate) =>
    lower.checkIssued(upper) && lower.verify(upper.publicKey);
  const chain: [X509Certificate, ...X509Certificate[]] = [first];
  for (let last = first; !isBelow(last)(last);) {
    const next = others.find((upper) => isBelow(upper)(last));
    if (!next || chain.includes(next)) break;
    chain.push(next);
    last = next;
  }
  return chain;
}
