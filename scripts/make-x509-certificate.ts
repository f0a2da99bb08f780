import { createPrivateKey, createPublicKey, randomBytes, webcrypto } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { addDays } from "../lib/calendar";
import type { Window } from "./signing-keys";

interface Name {
  readonly O: string;
  readonly CN: string;
}
interface Subject {
  readonly subject: Name;
  /** PEM, as the others. */
  readonly publicKey: string;
  readonly ca: boolean;
  /** Extended key usages. */
  readonly uses: readonly string[];
}
interface Issuer {
  readonly name: Name;
  readonly publicKey: string;
  readonly privateKey: string;
}

const P256 = { name: "ECDSA", namedCurve: "P-256" } as const;
/** Key usage: digital signature and content commitment; signing certificates and lists. */
const USAGE = { document: 0b1100_0000, issuer: 0b0000_0110 };

/** A certificate (PEM) for a P-256 key, good on the days of the window. */
export async function makeX509Certificate(
  { subject, publicKey, ca, uses }: Subject,
  { from, to }: Window,
  issuer: Issuer,
): Promise<string> {
  const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock) =>
    new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
  const certificate = new pkijs.Certificate({ version: 2 });
  // Random, as those who keep many issuers apart ask; positive, as DER has it.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: Uint8Array.from(serial).buffer });
  certificate.issuer = nameOf(issuer.name);
  certificate.subject = nameOf(subject);
  certificate.notBefore = timeOf(new Date(from));
  certificate.notAfter = timeOf(new Date(Date.parse(addDays(to, 1)) - 1000));
  await certificate.subjectPublicKeyInfo.importKey(await publicKeyOf(publicKey));
  const own = await certificate.getKeyHash();
  const upper = new pkijs.PublicKeyInfo();
  await upper.importKey(await publicKeyOf(issuer.publicKey));
  const { valueHexView } = upper.subjectPublicKey.valueBlock;
  const above = await webcrypto.subtle.digest("SHA-1", Uint8Array.from(valueHexView));
  const usage = Uint8Array.of(ca ? USAGE.issuer : USAGE.document).buffer;
  certificate.extensions = [
    extension("2.5.29.19", true, new pkijs.BasicConstraints({ cA: ca }).toSchema()),
    extension("2.5.29.15", true, new asn1js.BitString({ valueHex: usage, unusedBits: ca ? 1 : 6 })),
    extension("2.5.29.14", false, new asn1js.OctetString({ valueHex: own })),
    extension(
      "2.5.29.35",
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: above }),
      }).toSchema(),
    ),
    ...(uses.length > 0
      ? [
          extension(
            "2.5.29.37",
            false,
            new pkijs.ExtKeyUsage({ keyPurposes: [...uses] }).toSchema(),
          ),
        ]
      : []),
  ];
  const der = createPrivateKey(issuer.privateKey).export({ type: "pkcs8", format: "der" });
  const key = await webcrypto.subtle.importKey("pkcs8", der, P256, false, ["sign"]);
  await certificate.sign(key, "SHA-256");
  const text = Buffer.from(certificate.toSchema(true).toBER()).toString("base64");
  const lines = text.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function publicKeyOf(pem: string) {
  const der = createPublicKey(pem).export({ type: "spki", format: "der" });
  return webcrypto.subtle.importKey("spki", der, P256, true, ["verify"]);
}

/** One name part after the other: the library itself would make one part of all. */
function nameOf({ O, CN }: Name): pkijs.RelativeDistinguishedNames {
  const part = (type: string, text: asn1js.BaseBlock) =>
    new asn1js.Set({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), text] })],
    });
  const name = new asn1js.Sequence({
    value: [
      part("2.5.4.6", new asn1js.PrintableString({ value: "CA" })),
      part("2.5.4.10", new asn1js.Utf8String({ value: O })),
      part("2.5.4.3", new asn1js.Utf8String({ value: CN })),
    ],
  });
  return pkijs.RelativeDistinguishedNames.fromBER(name.toBER());
}

/** Two digits for the year until 2049, four from then on (RFC 5280, 4.1.2.5). */
const timeOf = (value: Date) =>
  new pkijs.Time({
    type: value.getUTCFullYear() < 2050 ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime,
    value,
  });
