import { readCertificates } from "../lib/certificates/keys/document-certificate";
import type { Configuration } from "./configuration";
import { renewDocumentCertificate } from "./document-certificate";
import { documentFiles } from "./document-files";

/** `npm run keys -- documents [renew]`: the certificate that signs PDFs, and the others of its file. */
export async function documentCommand(
  { given, documentCertificate }: Configuration,
  folder: string,
  renew: boolean,
): Promise<string> {
  if (renew) {
    if (documentCertificate === "configured")
      throw new Error(
        "PDF_CERTIFICATE_FILE is set: whoever issued that certificate renews it (docs/operations.md).",
      );
    await renewDocumentCertificate(folder);
  }
  const file = given["PDF_CERTIFICATE_FILE"] ?? documentFiles(folder).PDF_CERTIFICATE_FILE;
  const certificates = await readCertificates(file).catch(() => []);
  if (certificates.length === 0) return `There is no certificate in ${file}.`;
  return certificates
    .map(({ subject, validFrom, validTo, fingerprint256 }) =>
      [
        subject.split("\n").reverse().join(", "),
        `  good from ${validFrom} to ${validTo}`,
        `  SHA-256 ${fingerprint256}`,
      ].join("\n"),
    )
    .join("\n");
}
