import { createHash } from "node:crypto";
import jsrsasign from "jsrsasign";

/*
 * What a reader finds who verifies a signed PDF with other code than ours: the CMS, its certificates and both signatures by
 * jsrsasign, which shares nothing with what signs, the digest of the covered bytes by OpenSSL.
 */

const { ASN1HEX, KJUR, X509 } = jsrsasign;

const OID = {
  data: "1.2.840.113549.1.7.1",
  contentType: "2a864886f70d010903",
  messageDigest: "2a864886f70d010904",
  signingCertificateV2: "2a864886f70d010910022f",
} as const;

export type Finding =
  | "whole"
  | "noSignature"
  | "notTheWholeFile"
  | "notSignedByTheCertificate"
  | "changed"
  | "certificateNotOfTheRoot";

/** @param root PEM of whom the reader trusts */
export function verifyPdf(pdf: Uint8Array, root: string): Finding {
  const text = Buffer.from(pdf).toString("latin1");
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(text);
  if (!range || text.split("/ByteRange").length !== 2) return "noSignature";
  const [from = 0, to = 0, rest = 0] = range.slice(1).map(Number);
  const contents = /^<([0-9a-f]+)>$/.exec(text.slice(from, to))?.[1];
  if (contents === undefined || to + rest !== pdf.length) return "notTheWholeFile";
  const signature = readSignature(contents);
  if (signature === null) return "notSignedByTheCertificate";
  const covered = createHash("sha256");
  covered.update(pdf.subarray(0, from)).update(pdf.subarray(to));
  if (covered.digest("hex") !== signature.digest) return "changed";
  return signature.isUnder(root) ? "whole" : "certificateNotOfTheRoot";
}

interface Signature {
  readonly digest: string;
  isUnder(root: string): boolean;
}

/** Many files with the same signature are looked at; jsrsasign takes its time. */
const known = new Map<string, Signature | null>();

function readSignature(contents: string): Signature | null {
  let signature = known.get(contents);
  if (signature === undefined) {
    signature = verifyCms(contents);
    known.set(contents, signature);
  }
  return signature;
}

function verifyCms(contents: string): Signature | null {
  const cms = ASN1HEX.getTLV(contents, 0);
  if (wholeAt(cms, [1, 0, 2]) === "") return null;
  const content = valueAt(cms, [1, 0, 2, 0]);
  if (ASN1HEX.hextooidstr(content) !== OID.data) return null;
  const certificates = childrenOf(cms, [1, 0, 3]).map((der) => {
    const certificate = new X509();
    certificate.readCertHex(der);
    return { der, certificate };
  });
  const [signer = "", ...others] = childrenOf(cms, [1, 0, 4]);
  if (others.length > 0) return null;
  const issuer = wholeAt(signer, [1, 0]);
  const serial = valueAt(signer, [1, 1]);
  const own = certificates.find(
    ({ certificate }) =>
      certificate.getIssuerHex() === issuer && certificate.getSerialNumberHex() === serial,
  );
  if (!own) return null;
  const attributes = new Map(
    childrenOf(signer, [3]).map((each) => [valueAt(each, [0]), wholeAt(each, [1, 0])]),
  );
  const named = valueAt(attributes.get(OID.signingCertificateV2) ?? "", [0, 0, 0]);
  if (named !== createHash("sha256").update(Buffer.from(own.der, "hex")).digest("hex")) return null;
  if (ASN1HEX.hextooidstr(ASN1HEX.getV(attributes.get(OID.contentType) ?? "", 0)) !== OID.data)
    return null;
  const verifier = new KJUR.crypto.Signature({ alg: "SHA256withECDSA" });
  verifier.init(own.certificate.getPublicKey());
  verifier.updateHex(`31${wholeAt(signer, [3]).slice(2)}`);
  if (!verifier.verify(valueAt(signer, [5]))) return null;
  return {
    digest: ASN1HEX.getV(attributes.get(OID.messageDigest) ?? "", 0),
    isUnder(root) {
      const trusted = new X509();
      trusted.readCertPEM(root);
      return own.certificate.verifySignature(trusted.getPublicKey());
    },
  };
}

/** What is found by going down to these children, tag and length included; empty where there is nothing. */
const wholeAt = (hex: string, path: number[]) => ASN1HEX.getTLVbyList(hex, 0, path) ?? "";
const valueAt = (hex: string, path: number[]) => ASN1HEX.getV(wholeAt(hex, path), 0);
const childrenOf = (hex: string, path: number[]): string[] => {
  const parent = wholeAt(hex, path);
  return ASN1HEX.getChildIdx(parent, 0).map((index) => ASN1HEX.getTLV(parent, index));
};
