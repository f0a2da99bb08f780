import "server-only";
import { readCertificates } from "@/lib/certificates/keys/document-certificate";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** All certificates of the configured file and nothing else of it, as PEM; null where there are none. */
export async function documentCertificates(): Promise<string | null> {
  const { PDF_CERTIFICATE_FILE: file } = env();
  if (!file) return null;
  try {
    const certificates = await readCertificates(file);
    return certificates.map(String).join("") || null;
  } catch (error) {
    log().error({ err: error }, "the certificate of documents cannot be read");
    return null;
  }
}
