import { documentCertificates } from "@/lib/certificates/keys/document-certificates";
import { nothingThere, publicAnswer } from "@/lib/security/public-answer";

/** By which a reader's program knows the signature of our PDFs: the office's certificate and those above it. */
export async function GET(): Promise<Response> {
  const certificates = await documentCertificates();
  if (certificates === null) return nothingThere();
  return publicAnswer(certificates, 200, {
    "content-type": "application/pem-certificate-chain",
    "cache-control": "public, max-age=3600",
  });
}
