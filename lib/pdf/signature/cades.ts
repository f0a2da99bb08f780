import { createHash } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { DocumentSigner } from "@/lib/pdf/signature/signer";
import { ok, type Result } from "@/lib/result";

const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
} as const;

const algorithm = (algorithmId: string) => new pkijs.AlgorithmIdentifier({ algorithmId });
const digestOf = (bytes: Uint8Array) =>
  new asn1js.OctetString({ valueHex: own(createHash("sha256").update(bytes).digest()) });
const own = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/**
 * The detached CMS signature of a document (ETSI EN 319 142-1, baseline B-B): who signed is itself signed, by the hash of
 * the certificate; when is told by the document, which the signature covers.
 */
export async function detachedSignature(
  covered: Uint8Array,
  { chain, sign }: DocumentSigner,
): Promise<Result<Uint8Array, "signerAway">> {
  const certificates = chain.map((der) => pkijs.Certificate.fromBER(der));
  const [first] = certificates;
  const [der] = chain;
  if (!first || !der) throw new Error("A signer has a certificate.");
  // In the order of their encodings, as DER wants a set.
  const attributes = [
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, digestOf(covered)),
    attribute(OID.signingCertificateV2, signingCertificate(der)),
  ];
  const toSign = new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER();
  const signed = await sign(new Uint8Array(toSign));
  if (!signed.ok) return signed;
  const { issuer, serialNumber } = first;
  const data = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm(OID.sha256)],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates,
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
        digestAlgorithm: algorithm(OID.sha256),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: algorithm(OID.ecdsaWithSha256),
        signature: new asn1js.OctetString({
          valueHex: pkijs.createCMSECDSASignature(own(signed.value)),
        }),
      }),
    ],
  });
  const content = new pkijs.ContentInfo({
    contentType: OID.signedData,
    content: data.toSchema(true),
  });
  return ok(new Uint8Array(content.toSchema().toBER()));
}

const attribute = (type: string, value: asn1js.BaseBlock) =>
  new pkijs.Attribute({ type, values: [value] });

/** ESS signing-certificate-v2 (RFC 5035); SHA-256 is its default, which DER leaves out. */
function signingCertificate(der: Uint8Array): asn1js.Sequence {
  const id = new asn1js.Sequence({ value: [digestOf(der)] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
}
