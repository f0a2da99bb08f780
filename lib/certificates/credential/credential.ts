import { addDays } from "@/lib/calendar";
import { assessmentOf } from "@/lib/certificates/credential/assessment";
import { contextAddress, schemaAddress } from "@/lib/certificates/credential/published";
import { bothLanguages } from "@/lib/certificates/record/figures";
import type { SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import { statusEntries } from "@/lib/certificates/status/entries";
import { issuerOf } from "@/lib/certificates/status/lists";
import { ACT, AUTHORITY, TITLE } from "@/lib/certificates/record/wording";

interface Around {
  readonly portalUrl: string;
  readonly certificateId: string;
  readonly sealSha256: Uint8Array;
}

/**
 * The facts of a certificate as a W3C Verifiable Credential 2.0 in the shape of UNTP's Digital Conformity Credential
 * 0.7.0, as British Columbia issues mines permits (docs/credential.md). It names the seal by its hash and has neither
 * the seal nor the check code: those are on the paper alone, and prove who holds it.
 */
export function credentialOf(record: SealableRecord, around: Around) {
  const { portalUrl, certificateId, sealSha256 } = around;
  const name = `${TITLE} ${record.number}`;
  const hash = Buffer.from(sealSha256);
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://vocabulary.uncefact.org/untp/0.7.0/context/",
      contextAddress(portalUrl),
    ],
    type: ["VerifiableCredential", "DigitalConformityCredential"],
    id: `urn:uuid:${certificateId}`,
    issuer: {
      type: ["CredentialIssuer"],
      id: issuerOf(portalUrl),
      name: bothLanguages(AUTHORITY),
    },
    name,
    validFrom: `${record.issued}T00:00:00Z`,
    // 24:00 GMT of the last day.
    validUntil: `${addDays(record.expires, 1)}T00:00:00Z`,
    credentialStatus: statusEntries(portalUrl, record.statusIndex),
    credentialSchema: [{ id: schemaAddress(portalUrl), type: "JsonSchema" }],
    relatedResource: [
      {
        id: `ni:///sha-256;${hash.toString("base64url")}`,
        digestSRI: `sha256-${hash.toString("base64")}`,
        mediaType: "application/cose",
      },
    ],
    credentialSubject: {
      type: ["ConformityAttestation"],
      id: nameOf(portalUrl, record.number),
      name,
      assessorLevel: "3rdParty",
      assessmentLevel: "authority-mandate",
      attestationType: "certification",
      issuedToParty: {
        type: ["Party"],
        id: nameOf(portalUrl, record.number, "exporter"),
        name: record.exporter.name,
      },
      referenceScheme: {
        type: ["ConformityScheme"],
        id: "https://laws-lois.justice.gc.ca/eng/acts/E-18.5/",
        name: bothLanguages(ACT),
      },
      conformityAssessment: [
        assessmentOf(record, (...parts) => nameOf(portalUrl, record.number, ...parts)),
      ],
    },
  };
}

/** A name that is nobody else's and leads nowhere (RFC 4151): nothing of a certificate is public by its number. */
function nameOf(portalUrl: string, number: string, ...parts: string[]): string {
  return `tag:${new URL(portalUrl).hostname},2026:${[number, ...parts].map(encodeURIComponent).join(":")}`;
}
