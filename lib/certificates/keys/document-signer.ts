import "server-only";
import { sign } from "node:crypto";
import { readDocumentCertificate } from "@/lib/certificates/keys/document-certificate";
import { serviceSigner } from "@/lib/certificates/keys/key-service";
import { p256Key, thumbprintOf } from "@/lib/certificates/seal/thumbprint";
import { env } from "@/lib/env";
import type { DocumentSigner } from "@/lib/pdf/signature/signer";
import { ok } from "@/lib/result";

/** Who signs documents at this instant. @throws where nobody can: that is the operators' to mend */
export async function documentSigner(at: Date): Promise<DocumentSigner> {
  const read = await readDocumentCertificate(env(), at);
  if (!read.ok) throw new Error(read.error);
  const { chain, key } = read.value;
  const certificates = chain.map(({ raw }) => Uint8Array.from(raw));
  if (key) {
    return {
      chain: certificates,
      sign: (bytes) =>
        Promise.resolve(
          ok(new Uint8Array(sign("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }))),
        ),
    };
  }
  const { KEY_SERVICE_URL: url, KEY_SERVICE_TOKEN: token } = env();
  if (!url || !token) throw new Error("No key service holds the key of PDF_CERTIFICATE_FILE.");
  const publicJwk = p256Key.parse(chain[0].publicKey.export({ format: "jwk" }));
  const { full } = await thumbprintOf(publicJwk);
  const service = serviceSigner({ url, token }, full, publicJwk);
  return { chain: certificates, sign: (bytes) => service.sign(bytes) };
}
