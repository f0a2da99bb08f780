import type { ReceiptDifference } from "@/lib/certificates/receipt/differences";
import { issuerOf } from "@/lib/certificates/status/lists";

/** What a signed receipt says, whichever way the shipment went; days are ISO, figures decimals with two places. */
export interface Receipt {
  readonly id: string;
  readonly at: Date;
  readonly certificate: {
    readonly number: string;
    /** The participant that issued it. */
    readonly issuer: string;
    readonly issued: string;
    /** SHA-256 of its seal, where it has one of Canada. */
    readonly seal?: Uint8Array | undefined;
  };
  readonly received: {
    /** The participant that let the shipment in. */
    readonly by: string;
    readonly on: string;
    readonly parcels: number;
    readonly carats: string;
    readonly usd: string;
    readonly hs: readonly string[];
    readonly sealsIntact?: boolean;
    readonly remarks?: string | undefined;
  };
  readonly confirmedBy: {
    readonly authority: string;
    readonly name: string;
    readonly role: string;
  };
  /** In what it differs from the certificate. */
  readonly differs?: readonly ReceiptDifference[];
  /** The receipt whose place this one takes. */
  readonly supersedes?: string | undefined;
}

/** The claims of a signed receipt (docs/credential.md). */
export function receiptClaims(portalUrl: string, { id, at, supersedes, ...receipt }: Receipt) {
  const { seal, ...certificate } = receipt.certificate;
  return {
    iss: issuerOf(portalUrl),
    iat: Math.floor(at.getTime() / 1000),
    jti: nameOf(id),
    ...receipt,
    certificate: {
      ...certificate,
      ...(seal ? { seal: Buffer.from(seal).toString("base64url") } : {}),
    },
    ...(supersedes ? { supersedes: nameOf(supersedes) } : {}),
  };
}

const nameOf = (id: string) => `urn:uuid:${id}`;
